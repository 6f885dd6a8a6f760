/* The conductance LTC of ncps with few synapses, in order of their targets. */
#include "functions.h"

static int inner_from[INNER] ALIGNED;
static float inner_field[4][INNER] ALIGNED;
static int inner_start[NEURONS + 1];
static int sensory_from[SENSORY] ALIGNED;
static float sensory_field[4][SENSORY] ALIGNED;
static int sensory_start[NEURONS + 1];
static float rest[NEURONS] ALIGNED;
static float leak[NEURONS] ALIGNED;
static float capacity[NEURONS] ALIGNED;

static void load_fields(const float *p, int count, float *to) {
    for (int k = 0; k < count; k++) {
        to[k] = p[k];
        to[count + k] = p[k] * p[count + k];
        to[2 * count + k] = p[2 * count + k];
        to[3 * count + k] = p[2 * count + k] * p[3 * count + k];
    }
}

/* pattern: first synapse of each target and the count, sources; of inner synapses, then of sensory ones. */
EXPORT void load(const float *p, const int *pattern) {
    for (int j = 0; j < NEURONS; j++) {
        leak[j] = p[j] + 1e-8f;
        rest[j] = p[j] * p[NEURONS + j];
        capacity[j] = p[2 * NEURONS + j];
    }
    load_fields(p + 3 * NEURONS, INNER, inner_field[0]);
    load_fields(p + 3 * NEURONS + 4 * INNER, SENSORY, sensory_field[0]);
    memcpy(inner_start, pattern, sizeof inner_start);
    memcpy(inner_from, pattern + NEURONS + 1, sizeof inner_from);
    memcpy(sensory_start, pattern + NEURONS + 1 + INNER, sizeof sensory_start);
    memcpy(sensory_from, pattern + 2 * (NEURONS + 1) + INNER, sizeof sensory_from);
}

#define CONDUCT(count, v, from, start, field, num, den)                      \
    do {                                                                     \
        float gate[count] ALIGNED;                                           \
        for (int k = 0; k < (count); k++) {                                  \
            gate[k] = sigmoid_of(field[0][k] * (v)[from[k]] - field[1][k]);  \
        }                                                                    \
        for (int j = 0; j < NEURONS; j++) {                                  \
            for (int k = start[j]; k < start[j + 1]; k++) {                  \
                den[j] += gate[k] * field[2][k];                             \
                num[j] += gate[k] * field[3][k];                             \
            }                                                                \
        }                                                                    \
    } while (0)

STEP void step(float *restrict v, const float *restrict in, float elapsed, float *restrict out) {
    float base_num[NEURONS] ALIGNED;
    float base_den[NEURONS] ALIGNED;
    memcpy(base_num, rest, sizeof rest);
    memcpy(base_den, leak, sizeof leak);
    CONDUCT(SENSORY, in, sensory_from, sensory_start, sensory_field, base_num, base_den);
    const float h = elapsed / UNFOLDS;
    for (int unfold = 0; unfold < UNFOLDS; unfold++) {
        float num[NEURONS] ALIGNED;
        float den[NEURONS] ALIGNED;
        memcpy(num, base_num, sizeof num);
        memcpy(den, base_den, sizeof den);
        CONDUCT(INNER, v, inner_from, inner_start, inner_field, num, den);
        for (int j = 0; j < NEURONS; j++) {
            v[j] = (capacity[j] * v[j] + h * num[j]) / (capacity[j] + h * den[j]);
        }
    }
    memcpy(out, v, OUTPUTS * sizeof *v);
}

#include "run.h"
