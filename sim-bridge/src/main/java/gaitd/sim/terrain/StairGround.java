package gaitd.sim.terrain;

import java.util.Arrays;

/** Flights of stairs across the way: up, a platform, down, level ground, as often as a whole one fits. */
final class StairGround {
    private static final double START_M = 1;
    private static final double PLATFORM_M = 1.5;

    private StairGround() {}

    /**
     * The ground.
     *
     * @param request with {@code rise}, {@code tread} and {@code steps}
     * @return columns over the plane z = 0
     */
    static Terrain make(final TerrainRequest request) {
        final double treadM = request.get("tread");
        final double widthM = 2 * GroundGrid.COURSE_HALF_WIDTH_M;
        final int cells = (int) Math.floor((GroundGrid.COURSE_FRONT_M - START_M) / treadM + 1e-9);
        final float[] top = tops(cells, request.get("rise"), treadM, (int) request.get("steps"));
        final Columns flights = new Columns(cells, 1, START_M, -widthM / 2, treadM, widthM, top);
        return new Terrain(request.name, 0, null, flights, GroundGrid.COURSE);
    }

    private static float[] tops(final int cells, final double riseM, final double treadM, final int steps) {
        final int level = (int) Math.ceil(PLATFORM_M / treadM);
        final int flights = 2 * steps + level;
        final float[] top = new float[cells];
        Arrays.fill(top, Columns.NONE);
        for (int first = 0; first + flights <= cells; first += flights + level) {
            for (int cell = 0; cell < flights; cell++) {
                top[first + cell] = (float) (riseM * Math.min(steps, Math.min(cell + 1, flights - cell)));
            }
        }
        return top;
    }
}
