package gaitd.lab.relief;

import gaitd.maths.Trig;

/** Parallel projection: a direction of look, a scale, and the image position of the world's origin. */
final class Camera {
    /** Direction of look, unit, world axes. */
    final double[] along;

    private final double[] right;
    private final double[] up;
    private final double scale;
    private double shiftX;
    private double shiftY;

    /**
     * A camera.
     *
     * @param azimuthRad turn to the left from looking along y
     * @param elevationRad how far it looks down
     * @param scale pixels a metre
     */
    Camera(final double azimuthRad, final double elevationRad, final double scale) {
        final double ca = Trig.cos(azimuthRad);
        final double sa = Trig.sin(azimuthRad);
        final double ce = Trig.cos(elevationRad);
        final double se = Trig.sin(elevationRad);
        right = new double[] {ca, sa, 0};
        up = new double[] {-sa * se, ca * se, ce};
        along = new double[] {-sa * ce, ca * ce, -se};
        this.scale = scale;
    }

    private Camera(final Camera from, final double scale) {
        right = from.right;
        up = from.up;
        along = from.along;
        this.scale = scale;
    }

    /**
     * The same look with more pixels, not shifted.
     *
     * @param times how many times the scale
     * @return another camera
     */
    Camera finer(final int times) {
        return new Camera(this, times * scale);
    }

    /**
     * Moves the picture.
     *
     * @param x pixels to the right
     * @param y pixels down
     */
    void shift(final double x, final double y) {
        shiftX += x;
        shiftY += y;
    }

    /**
     * Place to the right in the picture.
     *
     * @param x world x, m
     * @param y world y, m
     * @return pixels
     */
    double toX(final double x, final double y) {
        return shiftX + scale * (right[0] * x + right[1] * y);
    }

    /**
     * Place down in the picture.
     *
     * @param x world x, m
     * @param y world y, m
     * @param z world z, m
     * @return pixels
     */
    double toY(final double x, final double y, final double z) {
        return shiftY - scale * (up[0] * x + up[1] * y + up[2] * z);
    }

    /**
     * Depth of a point.
     *
     * @param x world x, m
     * @param y world y, m
     * @param z world z, m
     * @return m along the look
     */
    double depth(final double x, final double y, final double z) {
        return along[0] * x + along[1] * y + along[2] * z;
    }

    /**
     * The world point at a place of the picture.
     *
     * @param px pixels to the right
     * @param py pixels down
     * @param depth m along the look
     * @param out the point, 3
     */
    void world(final double px, final double py, final double depth, final double[] out) {
        final double r = (px - shiftX) / scale;
        final double u = (shiftY - py) / scale;
        for (int i = 0; i < 3; i++) {
            out[i] = r * right[i] + u * up[i] + depth * along[i];
        }
    }
}
