package gaitd.lab.relief;

/** Shadows of the sun by a depth map. */
final class Shadows {
    private static final double SCALE = 400;
    private static final int SIDE_MAX = 5000;
    private static final double SLACK_M = 0.002;
    private static final int SOFT = 1;
    private static final double OFF_TEXELS = 3;

    /** Direction to the sun, unit, world axes. */
    final double[] sun;

    private final Camera camera;
    private final DepthBuffer seen;
    private final double offM;

    /**
     * Renders the depth map.
     *
     * @param mesh that casts shadows
     * @param azimuthRad direction in which the sun shines, to the left from y
     * @param elevationRad how high it stands
     */
    Shadows(final Mesh mesh, final double azimuthRad, final double elevationRad) {
        final Frame unit = new Frame(mesh, new Camera(azimuthRad, elevationRad, 1));
        final double scale = Math.min(SCALE, SIDE_MAX / Math.max(unit.width(), unit.height()));
        offM = OFF_TEXELS / scale;
        camera = new Camera(azimuthRad, elevationRad, scale);
        final Frame frame = new Frame(mesh, camera);
        camera.shift(-frame.left, -frame.top);
        seen = new DepthBuffer((int) Math.ceil(frame.width()), (int) Math.ceil(frame.height()));
        seen.draw(mesh, camera);
        sun = new double[] {-camera.along[0], -camera.along[1], -camera.along[2]};
    }

    /**
     * How much sun a place gets.
     *
     * @param p the place, 3, m
     * @param normal of the surface there, unit, 3; the place is looked up a little off it
     * @return 0 in full shadow to 1
     */
    double light(final double[] p, final double[] normal) {
        final double px = p[0] + offM * normal[0];
        final double py = p[1] + offM * normal[1];
        final double pz = p[2] + offM * normal[2];
        final int x = (int) camera.toX(px, py);
        final int y = (int) camera.toY(px, py, pz);
        final double limit = camera.depth(px, py, pz) - SLACK_M;
        int lit = 0;
        for (int dy = -SOFT; dy <= SOFT; dy++) {
            for (int dx = -SOFT; dx <= SOFT; dx++) {
                final int sx = Math.clamp(x + dx, 0, seen.width - 1);
                final int sy = Math.clamp(y + dy, 0, seen.height - 1);
                lit += seen.depth[sy * seen.width + sx] >= limit ? 1 : 0;
            }
        }
        return lit / (double) ((2 * SOFT + 1) * (2 * SOFT + 1));
    }
}
