package gaitd.lab.relief;

import gaitd.sim.terrain.Terrain;

/** Colour of a visible point: surface colour lit by sun and sky, with lines every metre on the ground. */
final class Shader {
    private static final double SUN_AZIMUTH_RAD = Math.toRadians(-148);
    private static final double SUN_ELEVATION_RAD = Math.toRadians(33);
    private static final double SKY = 0.5;
    private static final double CUT_SKY = 0.72;
    private static final double CUT_SIDE = 0.35;
    private static final double SUN = 0.82;
    private static final double LINE_SHARE = 0.28;
    private static final double LINE_PIXELS = 1.2;
    private static final double OPEN_SHARE = 0.75;
    private static final double STEEP = 0.3;
    private static final double SMALLEST_M = 1e-6;
    private static final int[] AROUND = {1, 0, 1, 1, 0, 1, -1, 1, -1, 0, -1, -1, 0, -1, 1, -1};
    private static final int RINGS = 8;
    private static final double REACH_M = 0.2;

    private final Terrain terrain;
    private final View view;
    private final Mesh mesh;
    private final Shadows shadows;
    private final double[] along;
    private final double heightScaleM;
    private final double lineM;
    private final double[] normal = new double[3];

    /**
     * A shader.
     *
     * @param terrain the ground
     * @param view the piece of it that is drawn
     * @param mesh its triangles, and the robot's
     * @param along direction of the look, 3
     * @param scale pixels a metre
     * @param heightScaleM height that is coloured most strongly, m
     */
    Shader(
            final Terrain terrain,
            final View view,
            final Mesh mesh,
            final double[] along,
            final double scale,
            final double heightScaleM) {
        this.terrain = terrain;
        this.view = view;
        this.mesh = mesh;
        this.along = along;
        this.heightScaleM = Math.max(heightScaleM, SMALLEST_M);
        this.lineM = LINE_PIXELS / scale;
        this.shadows = new Shadows(mesh, SUN_AZIMUTH_RAD, SUN_ELEVATION_RAD);
    }

    /**
     * The colour.
     *
     * @param triangle the visible triangle
     * @param p the place on it, 3, m
     * @param rgb red, green and blue, 0 to 1
     */
    void shade(final int triangle, final double[] p, final double[] rgb) {
        final byte surface = mesh.surface(triangle);
        mesh.normal(triangle, along, normal);
        double open = 1;
        if (surface == Mesh.GROUND) {
            HeightColors.ofHeight(p[2] / heightScaleM, rgb);
            open = open(p);
            if (normal[2] > STEEP && (onLine(p[0]) || onLine(p[1]))) {
                for (int i = 0; i < 3; i++) {
                    rgb[i] *= 1 - LINE_SHARE;
                }
            }
        } else {
            HeightColors.of(surface, rgb);
        }
        final double facing =
                Math.max(0, normal[0] * shadows.sun[0] + normal[1] * shadows.sun[1] + normal[2] * shadows.sun[2]);
        final double sky = surface == Mesh.CUT ? CUT_SKY : SKY * open * (0.7 + 0.3 * normal[2]);
        final double light =
                sky + (facing > 0 && surface != Mesh.CUT ? SUN * facing * shadows.light(p, normal) : CUT_SIDE * facing);
        for (int i = 0; i < 3; i++) {
            rgb[i] *= light;
        }
    }

    private boolean onLine(final double value) {
        return Math.abs(value - Math.rint(value)) < lineM / 2;
    }

    /** How much of the sky the ground around leaves, 0 to 1. */
    private double open(final double[] p) {
        double hidden = 0;
        for (int i = 0; i < AROUND.length; i += 2) {
            double most = 0;
            for (int ring = 1; ring <= RINGS; ring++) {
                final double share = ring / (double) (RINGS + 1);
                final double reach = share * REACH_M;
                final double x = p[0] + reach * AROUND[i];
                final double y = p[1] + reach * AROUND[i + 1];
                final double rise = view.shows(x, y) ? terrain.heightM(x, y) - p[2] : 0;
                most = Math.max(most, (1 - share) * rise / Math.sqrt(rise * rise + reach * reach));
            }
            hidden += most;
        }
        return 1 - OPEN_SHARE * hidden / (AROUND.length / 2.0);
    }
}
