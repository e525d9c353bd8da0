/** Plain, without scripts or anything from elsewhere. */
export const landingPage = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>登科 · 科技成果在线登记</title>
<style>
body { margin: 0 auto; max-width: 40rem; padding: 3rem 1rem; font: 1rem/1.8 "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; color: #1d2733; background: #fff }
h1 { font-size: 1.6rem; margin: 0 }
p.lead { color: #4a5663; margin-top: .25rem }
a { color: #0b5cad }
li { margin: .4rem 0 }
footer { margin-top: 3rem; color: #5b6672; font-size: .875rem }
</style>
</head>
<body>
<main>
<h1>登科</h1>
<p class="lead">山西省科技成果在线登记</p>
<p>完成单位填报并提交，市、省两级审查推荐，省科技厅审核登记，上报国家科技成果网。每一步由谁办理、何时到期，都有记录可查。</p>
<ul>
<li><a href="/api/docs">接口文档</a>：全部公开接口的说明，可在页面上试用</li>
<li><a href="/api/openapi.json">接口描述（OpenAPI）</a>：供程序读取</li>
<li><a href="/health/ready">运行状态</a></li>
</ul>
<p>登录名和初始密码由上一级管理单位发放；首次登录须修改密码。</p>
</main>
<footer>演示系统：人员、单位、登记号均为虚构。</footer>
</body>
</html>
`;
