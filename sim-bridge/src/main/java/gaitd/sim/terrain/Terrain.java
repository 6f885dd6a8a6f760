package gaitd.sim.terrain;

/**
 * Height of the ground over the plane: flat, or a bilinear height field.
 *
 * <p>Pure functions of the place: no allocation, safe from any thread.
 */
public interface Terrain {
    /**
     * Height of the ground.
     *
     * @param x world x, m
     * @param y world y, m
     * @return world z, m
     */
    double heightM(double x, double y);

    /**
     * Upward unit normal of the ground.
     *
     * @param x world x, m
     * @param y world y, m
     * @param out the normal, 3
     */
    void normal(double x, double y, double[] out);

    /**
     * The name it is asked for by, such as {@code flat} or {@code rough:0.02}.
     *
     * @return the name
     */
    String name();
}
