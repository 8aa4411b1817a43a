/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** An alert as analysisd writes it to alerts.json and execd hands it on under `parameters.alert`. */
export type Alert = { readonly [key: string]: Json };

/** Whether a value is a JSON object, not an array. */
export function isObject(value: Json | undefined): value is Alert {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
