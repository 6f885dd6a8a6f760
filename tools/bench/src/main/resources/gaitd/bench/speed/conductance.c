/* The conductance LTC of ncps, fully connected: v = (cm v + h num) / (cm + h den). */
#include "functions.h"

/* Rows of one source each: sigma, sigma mu, w, w erev. */
static float inner[NEURONS][4][NEURONS] ALIGNED;
static float sensory[INPUTS][4][NEURONS] ALIGNED;
static float rest[NEURONS] ALIGNED;
static float leak[NEURONS] ALIGNED;
static float capacity[NEURONS] ALIGNED;

static void load_synapses(const float *p, int sources, float to[][4][NEURONS]) {
    const int count = sources * NEURONS;
    for (int i = 0; i < sources; i++) {
        for (int j = 0; j < NEURONS; j++) {
            const float *at = p + i * NEURONS + j;
            to[i][0][j] = at[0];
            to[i][1][j] = at[0] * at[count];
            to[i][2][j] = at[2 * count];
            to[i][3][j] = at[2 * count] * at[3 * count];
        }
    }
}

EXPORT void load(const float *p, const int *pattern) {
    (void)pattern;
    for (int j = 0; j < NEURONS; j++) {
        leak[j] = p[j] + 1e-8f;
        rest[j] = p[j] * p[NEURONS + j];
        capacity[j] = p[2 * NEURONS + j];
    }
    load_synapses(p + 3 * NEURONS, NEURONS, inner);
    load_synapses(p + 3 * NEURONS + 4 * NEURONS * NEURONS, INPUTS, sensory);
}

#ifdef COLUMNS
#define CONDUCT(sources, v, p, num, den)                                         \
    for (int j = 0; j < NEURONS; j++) {                                          \
        float conductance = den[j];                                              \
        float current = num[j];                                                  \
        for (int i = 0; i < (sources); i++) {                                    \
            float gate = sigmoid_of((p)[i][0][j] * (v)[i] - (p)[i][1][j]);       \
            conductance += gate * (p)[i][2][j];                                  \
            current += gate * (p)[i][3][j];                                      \
        }                                                                        \
        den[j] = conductance;                                                    \
        num[j] = current;                                                        \
    }
#else
#define CONDUCT(sources, v, p, num, den)                                         \
    for (int i = 0; i < (sources); i++) {                                        \
        for (int j = 0; j < NEURONS; j++) {                                      \
            float gate = sigmoid_of((p)[i][0][j] * (v)[i] - (p)[i][1][j]);       \
            den[j] += gate * (p)[i][2][j];                                       \
            num[j] += gate * (p)[i][3][j];                                       \
        }                                                                        \
    }
#endif

STEP void step(float *restrict v, const float *restrict in, float elapsed, float *restrict out) {
    float base_num[NEURONS] ALIGNED;
    float base_den[NEURONS] ALIGNED;
    memcpy(base_num, rest, sizeof rest);
    memcpy(base_den, leak, sizeof leak);
    CONDUCT(INPUTS, in, sensory, base_num, base_den)
    const float h = elapsed / UNFOLDS;
    for (int unfold = 0; unfold < UNFOLDS; unfold++) {
        float num[NEURONS] ALIGNED;
        float den[NEURONS] ALIGNED;
        memcpy(num, base_num, sizeof num);
        memcpy(den, base_den, sizeof den);
        CONDUCT(NEURONS, v, inner, num, den)
        for (int j = 0; j < NEURONS; j++) {
            v[j] = (capacity[j] * v[j] + h * num[j]) / (capacity[j] + h * den[j]);
        }
    }
    memcpy(out, v, OUTPUTS * sizeof *v);
}

#include "run.h"
