package gaitd.runtime.adapt;

/** A step without corners. */
final class Smooth {
    private Smooth() {}

    /** 0 to 1 as the ramp goes from 0 to 1, with zero slope at both ends. */
    static double step(final double ramp) {
        return ramp * ramp * (3 - 2 * ramp);
    }
}
