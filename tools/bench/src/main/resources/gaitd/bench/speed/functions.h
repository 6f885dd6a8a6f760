/* tanh and the logistic function by the rational fit of gaitd.policies.kernel.FloatTanh, and sums over full matrices. */
#include <math.h>
#include <string.h>

#define EXPORT __attribute__((visibility("default")))
#define ALIGNED __attribute__((aligned(64)))
/* Kept whole, so that nothing moves from one step to the next. */
#define STEP static __attribute__((noipa))

static inline float tanh_of(float x) {
    float c = fminf(9.f, fmaxf(-9.f, x));
    float u = c * c;
    float p = (((1.3354667e-8f * u + 2.0609088e-5f) * u + 0.0034955884f) * u + 0.13381027f) * u + 1.f;
    float q = (((7.7765606e-7f * u + 3.2856353e-4f) * u + 0.025876984f) * u + 0.46714342f) * u + 1.f;
    return c * p / q;
}

static inline float sigmoid_of(float x) {
    return 0.5f + 0.5f * tanh_of(0.5f * x);
}

/* y += x W with one row a source. Compilers differ in which order of the loops they keep in registers: COLUMNS chooses. */
#ifdef COLUMNS
#define ADD_PRODUCT(sources, targets, x, w, y)          \
    for (int j = 0; j < (targets); j++) {               \
        float sum = (y)[j];                             \
        for (int i = 0; i < (sources); i++) {           \
            sum += (x)[i] * (w)[i][j];                  \
        }                                               \
        (y)[j] = sum;                                   \
    }
#else
#define BLOCK 64
#define ADD_PRODUCT(sources, targets, x, w, y)                             \
    do {                                                                   \
        int first = 0;                                                     \
        for (; first + BLOCK <= (targets); first += BLOCK) {               \
            ADD_BLOCK(sources, BLOCK, x, w, y, first);                     \
        }                                                                  \
        if ((targets) % BLOCK != 0) {                                      \
            ADD_BLOCK(sources, (targets) % BLOCK, x, w, y, first);         \
        }                                                                  \
    } while (0)
#define ADD_BLOCK(sources, width, x, w, y, first)                          \
    do {                                                                   \
        float sum[width] ALIGNED;                                          \
        memcpy(sum, (y) + (first), sizeof sum);                            \
        for (int i = 0; i < (sources); i++) {                              \
            for (int j = 0; j < (width); j++) {                            \
                sum[j] += (x)[i] * (w)[i][(first) + j];                    \
            }                                                              \
        }                                                                  \
        memcpy((y) + (first), sum, sizeof sum);                            \
    } while (0)
#endif
