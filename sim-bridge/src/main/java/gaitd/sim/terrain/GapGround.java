package gaitd.sim.terrain;

/** Beams across the way with gaps between them; the columns' cells are as long as a gap. */
final class GapGround {
    private static final double START_M = 1;

    private GapGround() {}

    /**
     * The ground.
     *
     * @param request with {@code width}, {@code beam} and {@code depth}
     * @return columns over the bottom of the gaps
     */
    static Terrain make(final TerrainRequest request) {
        final double widthM = request.get("width");
        final int behind = (int) Math.ceil((START_M - GroundGrid.COURSE_BACK_M) / widthM);
        final int ahead = (int) Math.ceil((GroundGrid.COURSE_FRONT_M - START_M) / widthM);
        final int period = 1 + (int) Math.max(1, Math.rint(request.get("beam") / widthM));
        final float[] top = new float[behind + ahead];
        for (int gap = behind; gap < top.length; gap += period) {
            top[gap] = Columns.NONE;
        }
        final Columns beams = new Columns(
                top.length,
                1,
                START_M - behind * widthM,
                -GroundGrid.COURSE_HALF_WIDTH_M,
                widthM,
                2 * GroundGrid.COURSE_HALF_WIDTH_M,
                top);
        return new Terrain(request.name, -request.get("depth"), null, beams);
    }
}
