package dengke.peers.flowable;

import org.flowable.engine.delegate.TaskListener;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Flowable with its own REST interface; what is ours is the row that each decision leaves. */
@SpringBootApplication
public class Peer {

    public static void main(String[] args) {
        SpringApplication.run(Peer.class, args);
    }

    /** Called where a task completes: the row and the engine's step are one transaction on one database. */
    @Bean
    TaskListener writeRow(JdbcTemplate rows) {
        rows.execute("CREATE TABLE IF NOT EXISTS decision (id VARCHAR(64) NOT NULL, desk VARCHAR(64) NOT NULL, PRIMARY KEY (id, desk))");
        return task -> rows.update("INSERT INTO decision VALUES (?, ?)", task.getProcessInstanceId(), task.getTaskDefinitionKey());
    }
}
