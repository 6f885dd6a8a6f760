/* dx/dt = -x/tau + tanh(Win I + W x + mu)(A - x), semi-implicit, with a linear readout. */
#include "functions.h"

static float win[INPUTS][NEURONS] ALIGNED;
static float w[NEURONS][NEURONS] ALIGNED;
static float mu[NEURONS] ALIGNED;
static float leak[NEURONS] ALIGNED;
static float limit[NEURONS] ALIGNED;
static float wout[NEURONS][OUTPUTS] ALIGNED;
static float bout[OUTPUTS] ALIGNED;

EXPORT void load(const float *p, const int *pattern) {
    (void)pattern;
    memcpy(win, p, sizeof win);
    p += INPUTS * NEURONS;
    memcpy(w, p, sizeof w);
    p += NEURONS * NEURONS;
    memcpy(mu, p, sizeof mu);
    p += NEURONS;
    for (int j = 0; j < NEURONS; j++) {
        leak[j] = 1.f / p[j];
    }
    p += NEURONS;
    memcpy(limit, p, sizeof limit);
    p += NEURONS;
    memcpy(wout, p, sizeof wout);
    p += NEURONS * OUTPUTS;
    memcpy(bout, p, sizeof bout);
}

STEP void step(float *restrict x, const float *restrict in, float elapsed, float *restrict out) {
    float drive[NEURONS] ALIGNED;
    memcpy(drive, mu, sizeof drive);
    ADD_PRODUCT(INPUTS, NEURONS, in, win, drive);
    const float h = elapsed / UNFOLDS;
    for (int unfold = 0; unfold < UNFOLDS; unfold++) {
        float u[NEURONS] ALIGNED;
        memcpy(u, drive, sizeof u);
        ADD_PRODUCT(NEURONS, NEURONS, x, w, u);
        for (int j = 0; j < NEURONS; j++) {
            float f = h * tanh_of(u[j]);
            x[j] = (x[j] + f * limit[j]) / (1.f + h * leak[j] + f);
        }
    }
    memcpy(out, bout, sizeof bout);
    ADD_PRODUCT(NEURONS, OUTPUTS, x, wout, out);
}

#include "run.h"
