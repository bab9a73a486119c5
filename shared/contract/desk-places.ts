/** Whose map shows where a site is; opened in the system's browser when somebody clicks, never asked by itself. */
export const mapHost = 'www.openstreetmap.org';
