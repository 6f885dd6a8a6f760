package gaitd.sim.terrain;

/** Ramps across the way, one after the other; their edges are lines of the grid. */
final class SlopeGround {
    private static final double CELL_M = 0.5;
    private static final double START_M = 1;
    private static final double RUN_M = 3;
    private static final double PLATEAU_M = 2;
    private static final double PERIOD_M = 2 * RUN_M + 2 * PLATEAU_M;

    private SlopeGround() {}

    /**
     * The ground.
     *
     * @param request with {@code angle}
     * @return a grid
     */
    static Terrain make(final TerrainRequest request) {
        final double rise = StrictMath.tan(StrictMath.toRadians(request.get("angle")));
        return new Terrain(request.name, 0, GroundGrid.course(CELL_M, (x, y) -> rise * runM(x - START_M)), null);
    }

    /** How far up the ramp a place is, m along x. */
    private static double runM(final double x) {
        return x <= 0 ? 0 : up(x % PERIOD_M, RUN_M, PLATEAU_M);
    }

    /**
     * How far up a ramp, over a plateau and down again a place is.
     *
     * @param x from the foot of the ramp, m
     * @param rampM length of each ramp, m
     * @param plateauM length of the plateau, m
     * @return 0 to rampM, m
     */
    static double up(final double x, final double rampM, final double plateauM) {
        return Math.max(0, Math.min(rampM, Math.min(x, 2 * rampM + plateauM - x)));
    }
}
