package gaitd.sim.terrain;

/** Ground that leans to the side of whoever walks away from the start along x, to the right ahead and to the left behind. */
final class AcrossGround {
    private static final double CELL_M = 0.5;
    private static final double START_M = 1;
    private static final double TURN_M = 2;
    private static final double HALF_WIDTH_M = 3;

    private AcrossGround() {}

    /**
     * The ground.
     *
     * @param request with {@code angle}
     * @return a grid
     */
    static Terrain make(final TerrainRequest request) {
        final double rise = StrictMath.tan(StrictMath.toRadians(request.get("angle")));
        return new Terrain(request.name, 0, GroundGrid.course(CELL_M, (x, y) -> rise * lean(x) * up(y)), null);
    }

    /** From 0, level, to 1. */
    private static double lean(final double x) {
        return Math.clamp((Math.abs(x) - START_M) / TURN_M, 0, 1);
    }

    private static double up(final double y) {
        return Math.clamp(y, -HALF_WIDTH_M, HALF_WIDTH_M);
    }
}
