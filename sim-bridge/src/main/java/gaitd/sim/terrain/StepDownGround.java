package gaitd.sim.terrain;

/** A level place that ends in one step down, across the way. */
final class StepDownGround {
    private static final double EDGE_M = 2;

    private StepDownGround() {}

    /**
     * The ground.
     *
     * @param request with {@code height}
     * @return one column over the plane below
     */
    static Terrain make(final TerrainRequest request) {
        final Columns platform = new Columns(
                1,
                1,
                GroundGrid.COURSE_BACK_M,
                -GroundGrid.COURSE_HALF_WIDTH_M,
                EDGE_M - GroundGrid.COURSE_BACK_M,
                2 * GroundGrid.COURSE_HALF_WIDTH_M,
                new float[1]);
        return new Terrain(request.name, -request.get("height"), null, platform, GroundGrid.COURSE);
    }
}
