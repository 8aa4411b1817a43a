/** User settings of an editor, by id. */
export type Settings = Readonly<Record<string, unknown>>;
/** An editor with nothing on screen but our work: no welcome, no offers, no network, nothing saved behind the tests. */
export declare const quietSettings: Settings;
