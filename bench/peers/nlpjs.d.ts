declare module '@nlpjs/basic' {
  export function dockStart(options: object): Promise<{ get(name: string): unknown }>
}
