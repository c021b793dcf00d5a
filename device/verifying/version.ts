/** Version of the verifier that answers here (a test compares it with the package's own). */
export const verifierVersion = '0.1.0'
