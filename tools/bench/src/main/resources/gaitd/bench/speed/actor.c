/* An actor of three hidden layers with ELU between them, exp(x) - 1 = 2 t / (1 - t) with t = tanh(x / 2). It has no state. */
#include "functions.h"

static float w0[INPUTS][FIRST] ALIGNED;
static float b0[FIRST] ALIGNED;
static float w1[FIRST][SECOND] ALIGNED;
static float b1[SECOND] ALIGNED;
static float w2[SECOND][THIRD] ALIGNED;
static float b2[THIRD] ALIGNED;
static float w3[THIRD][OUTPUTS] ALIGNED;
static float b3[OUTPUTS] ALIGNED;

static const float *taken(void *to, const float *from, size_t bytes) {
    memcpy(to, from, bytes);
    return from + bytes / sizeof *from;
}

EXPORT void load(const float *p, const int *pattern) {
    (void)pattern;
    p = taken(w0, p, sizeof w0);
    p = taken(b0, p, sizeof b0);
    p = taken(w1, p, sizeof w1);
    p = taken(b1, p, sizeof b1);
    p = taken(w2, p, sizeof w2);
    p = taken(b2, p, sizeof b2);
    p = taken(w3, p, sizeof w3);
    taken(b3, p, sizeof b3);
}

static inline float elu_of(float x) {
    float t = tanh_of(0.5f * x);
    return x > 0.f ? x : 2.f * t / (1.f - t);
}

#define LAYER(sources, targets, x, w, bias, y)          \
    memcpy(y, bias, sizeof bias);                       \
    ADD_PRODUCT(sources, targets, x, w, y);             \
    for (int j = 0; j < (targets); j++) {               \
        (y)[j] = elu_of((y)[j]);                        \
    }

STEP void step(float *restrict state, const float *restrict in, float elapsed, float *restrict out) {
    (void)state;
    (void)elapsed;
    float one[FIRST] ALIGNED;
    float two[SECOND] ALIGNED;
    float three[THIRD] ALIGNED;
    float last[OUTPUTS] ALIGNED;
    LAYER(INPUTS, FIRST, in, w0, b0, one)
    LAYER(FIRST, SECOND, one, w1, b1, two)
    LAYER(SECOND, THIRD, two, w2, b2, three)
    memcpy(last, b3, sizeof last);
    ADD_PRODUCT(THIRD, OUTPUTS, three, w3, last);
    memcpy(out, last, sizeof last);
}

#include "run.h"
