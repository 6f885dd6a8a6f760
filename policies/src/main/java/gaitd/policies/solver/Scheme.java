package gaitd.policies.solver;

/** The methods of {@link Solver#of}. */
public enum Scheme {
    /** x + h (gain - decay x); order 1. */
    EXPLICIT_EULER,
    /** (x + h gain) / (1 + h decay), the fused step of liquid networks; order 1, bounded for any step. */
    SEMI_IMPLICIT,
    /** The classical Runge-Kutta method; order 4. */
    RK4,
    /** Adaptive, order 5; the reference that others are measured against. */
    DORMAND_PRINCE
}
