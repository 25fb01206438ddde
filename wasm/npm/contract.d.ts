// Stands in for the generated contract.
export interface Contract { [name: string]: { request: any; result: any } }
export type CalculationName = keyof Contract & string;
export type Request<N extends CalculationName> = Contract[N]["request"];
export type Result<N extends CalculationName> = Contract[N]["result"];
