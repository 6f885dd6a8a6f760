/* Steps in a row, the inputs in turn. */
EXPORT void run(float *state, const float *inputs, float elapsed, float *out, int steps) {
    for (int k = 0; k < steps; k++) {
        step(state, inputs + k % FRAMES * INPUTS, elapsed, out);
    }
}
