/* The closed-form cell of ncps with a backbone of one layer: h = f1 (1 - t) + t f2, t = s(elapsed a + b). */
#include "functions.h"

#define JOINED (INPUTS + NEURONS)

struct layer {
    float w[BACKBONE][NEURONS] ALIGNED;
    float bias[NEURONS] ALIGNED;
};

static float backbone[JOINED][BACKBONE] ALIGNED;
static float backbone_bias[BACKBONE] ALIGNED;
static struct layer heads[4];

EXPORT void load(const float *p, const int *pattern) {
    (void)pattern;
    memcpy(backbone, p, sizeof backbone);
    p += JOINED * BACKBONE;
    memcpy(backbone_bias, p, sizeof backbone_bias);
    p += BACKBONE;
    for (int k = 0; k < 4; k++) {
        memcpy(heads[k].w, p, sizeof heads[k].w);
        p += BACKBONE * NEURONS;
        memcpy(heads[k].bias, p, sizeof heads[k].bias);
        p += NEURONS;
    }
}

STEP void step(float *restrict state, const float *restrict in, float elapsed, float *restrict out) {
    float joined[JOINED] ALIGNED;
    memcpy(joined, in, INPUTS * sizeof *in);
    memcpy(joined + INPUTS, state, NEURONS * sizeof *state);
    float z[BACKBONE] ALIGNED;
    memcpy(z, backbone_bias, sizeof z);
    ADD_PRODUCT(JOINED, BACKBONE, joined, backbone, z);
    for (int j = 0; j < BACKBONE; j++) {
        z[j] = 1.7159f * tanh_of(0.666f * z[j]);
    }
    float y[4][NEURONS] ALIGNED;
    for (int k = 0; k < 4; k++) {
        memcpy(y[k], heads[k].bias, sizeof y[k]);
        ADD_PRODUCT(BACKBONE, NEURONS, z, heads[k].w, y[k]);
    }
    for (int j = 0; j < NEURONS; j++) {
        float f1 = tanh_of(y[0][j]);
        float f2 = tanh_of(y[1][j]);
        float t = sigmoid_of(elapsed * y[2][j] + y[3][j]);
        state[j] = f1 + t * (f2 - f1);
    }
    memcpy(out, state, NEURONS * sizeof *state);
}

#include "run.h"
