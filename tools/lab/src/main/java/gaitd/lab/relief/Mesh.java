package gaitd.lab.relief;

import java.util.Arrays;

/** Triangles in world coordinates, each with a kind of surface. */
final class Mesh {
    /** Ground, coloured by its height. */
    static final byte GROUND = 0;
    /** Where the piece of ground is cut off. */
    static final byte CUT = 1;
    /** The robot's trunk. */
    static final byte TRUNK = 2;
    /** The robot's legs. */
    static final byte LEG = 3;
    /** The robot's front. */
    static final byte FRONT = 4;

    private static final int PER_TRIANGLE = 9;

    /** Number of triangles. */
    int count;

    private double[] corners = new double[PER_TRIANGLE * 4096];
    private byte[] surfaces = new byte[4096];

    /**
     * A coordinate.
     *
     * @param triangle which
     * @param corner 0 to 2
     * @param axis 0 to 2
     * @return m
     */
    double at(final int triangle, final int corner, final int axis) {
        return corners[PER_TRIANGLE * triangle + 3 * corner + axis];
    }

    /**
     * What a triangle is.
     *
     * @param triangle which
     * @return kind of surface
     */
    byte surface(final int triangle) {
        return surfaces[triangle];
    }

    /**
     * Adds a flat convex polygon as a fan.
     *
     * @param surface kind of surface
     * @param points 3 a corner
     * @param used numbers used of them
     */
    void polygon(final byte surface, final double[] points, final int used) {
        for (int i = 3; i + 5 < used; i += 3) {
            if (count == surfaces.length) {
                surfaces = Arrays.copyOf(surfaces, 2 * count);
                corners = Arrays.copyOf(corners, 2 * PER_TRIANGLE * count);
            }
            surfaces[count] = surface;
            System.arraycopy(points, 0, corners, PER_TRIANGLE * count, 3);
            System.arraycopy(points, i, corners, PER_TRIANGLE * count + 3, 6);
            count++;
        }
    }

    /**
     * Upward or outward unit normal, facing against a direction.
     *
     * @param triangle which
     * @param along direction of the look, 3
     * @param out the normal, 3
     */
    void normal(final int triangle, final double[] along, final double[] out) {
        final double ax = at(triangle, 1, 0) - at(triangle, 0, 0);
        final double ay = at(triangle, 1, 1) - at(triangle, 0, 1);
        final double az = at(triangle, 1, 2) - at(triangle, 0, 2);
        final double bx = at(triangle, 2, 0) - at(triangle, 0, 0);
        final double by = at(triangle, 2, 1) - at(triangle, 0, 1);
        final double bz = at(triangle, 2, 2) - at(triangle, 0, 2);
        out[0] = ay * bz - az * by;
        out[1] = az * bx - ax * bz;
        out[2] = ax * by - ay * bx;
        final double facing = out[0] * along[0] + out[1] * along[1] + out[2] * along[2];
        final double length = Math.sqrt(out[0] * out[0] + out[1] * out[1] + out[2] * out[2]);
        final double scale = length > 0 ? (facing > 0 ? -1 : 1) / length : 0;
        for (int i = 0; i < 3; i++) {
            out[i] *= scale;
        }
    }
}
