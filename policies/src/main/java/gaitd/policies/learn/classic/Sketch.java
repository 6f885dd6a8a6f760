package gaitd.policies.learn.classic;

/** What the outline of a small system is drawn on: the vertical plane, x to the right, z upward, m. */
@FunctionalInterface
public interface Sketch {
    /**
     * Draws a capsule.
     *
     * @param x1M one end of its axis, m
     * @param z1M the same, m
     * @param x2M the other end, m
     * @param z2M the same, m
     * @param radiusM radius, m
     */
    void capsule(double x1M, double z1M, double x2M, double z2M, double radiusM);
}
