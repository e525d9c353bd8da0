/** Where `@Type()` keeps what it was told; @nestjs/swagger reads it too, but the package has no types for it. */
declare module 'class-transformer/cjs/storage' {
  export const defaultMetadataStorage: {
    findTypeMetadata(target: unknown, property: string): { typeFunction(): unknown } | undefined;
  };
}
