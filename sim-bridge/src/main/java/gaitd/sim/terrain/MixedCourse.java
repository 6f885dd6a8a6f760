package gaitd.sim.terrain;

import java.util.Arrays;

/**
 * A course along x of pieces with level ground between them, 20 m wide.
 *
 * <p>From 1.5 m rough ground, from 7.5 m a ramp up and down, from 13.5 m tiles, from 18.5 m stairs up and down, from 23.5 m
 * gaps, from 28 m to 34 m hills. Lengths below are in decimetres, the cells of the grid and of the columns along x.
 */
final class MixedCourse {
    private static final double DM = 0.1;
    private static final double HALF_WIDTH_M = 10;

    private static final int ROUGH = 15;
    private static final int ROUGH_END = 65;
    private static final double ROUGH_M = 0.06;

    private static final int RAMP = 75;
    private static final int RAMP_RUN = 20;
    private static final int RAMP_PLATEAU = 10;
    private static final double RAMP_DEG = 20;

    private static final int TILES = 135;
    private static final int TILES_END = 175;
    private static final int TILE = 4;
    private static final double TILE_SIDE_M = TILE * DM;
    private static final double TILES_M = 0.08;

    private static final int STAIRS = 185;
    private static final int TREAD = 3;
    private static final int STEPS = 4;
    private static final int FLIGHTS = 3 * STEPS;
    private static final double RISE_M = 0.16;

    private static final int GAPS = 235;
    private static final int GAPS_END = 270;
    private static final int BEAM = 5;
    private static final double GAP_DEPTH_M = 0.4;

    private static final int WAVES = 280;
    private static final int WAVES_END = 340;
    private static final double WAVES_M = 0.1;
    private static final double WAVE_ALONG_M = 2;
    private static final double WAVE_ACROSS_M = 4;

    private final double hardness;
    private final long seed;

    private MixedCourse(final double hardness, final long seed) {
        this.hardness = hardness;
        this.seed = seed;
    }

    /**
     * The ground.
     *
     * @param request with {@code hardness}
     * @return a grid with columns
     */
    static Terrain make(final TerrainRequest request) {
        final MixedCourse course = new MixedCourse(request.get("hardness"), request.seed);
        return new Terrain(request.name, 0, course.grid(), course.columns());
    }

    private HeightGrid grid() {
        final int back = (int) Math.round(GroundGrid.COURSE_BACK_M / DM);
        return GroundGrid.grid(
                GroundGrid.COURSE_BACK_M,
                -HALF_WIDTH_M,
                GroundGrid.COURSE_FRONT_M - GroundGrid.COURSE_BACK_M,
                2 * HALF_WIDTH_M,
                DM,
                (ix, iy) -> hardness * surfaceM(ix + back, iy));
    }

    private double surfaceM(final int x, final int iy) {
        if (x > ROUGH && x < ROUGH_END) {
            return ROUGH_M * GroundNoise.drawn(x, iy, seed);
        }
        if (x > GAPS && x < GAPS_END) {
            return -GAP_DEPTH_M;
        }
        if (x > WAVES && x < WAVES_END) {
            final double along = StrictMath.sin(2 * StrictMath.PI * (x - WAVES) * DM / WAVE_ALONG_M);
            final double across = StrictMath.cos(2 * StrictMath.PI * (iy * DM - HALF_WIDTH_M) / WAVE_ACROSS_M);
            return WAVES_M * along * across;
        }
        return DM * SlopeGround.up(x - RAMP, RAMP_RUN, RAMP_PLATEAU) * StrictMath.tan(StrictMath.toRadians(RAMP_DEG));
    }

    private Columns columns() {
        final int cells = GAPS_END - TILES;
        final int rows = (int) Math.round(2 * HALF_WIDTH_M / TILE_SIDE_M);
        final float[] top = new float[cells * rows];
        Arrays.fill(top, Columns.NONE);
        for (int iy = 0; iy < rows; iy++) {
            for (int cell = 0; cell < cells; cell++) {
                top[iy * cells + cell] = (float) topM(cell + TILES, iy);
            }
        }
        return new Columns(cells, rows, TILES * DM, -HALF_WIDTH_M, DM, TILE_SIDE_M, top);
    }

    private double topM(final int x, final int iy) {
        if (x < TILES_END) {
            final int tile = (x - TILES) / TILE;
            return hardness * TILES_M * (0.5 + 0.5 * GroundNoise.drawn(tile, -1 - iy, seed));
        }
        if (x >= STAIRS && x < STAIRS + FLIGHTS * TREAD) {
            final int step = (x - STAIRS) / TREAD;
            return hardness * RISE_M * Math.min(STEPS, Math.min(step + 1, FLIGHTS - step));
        }
        if (x >= GAPS && (x - GAPS) % (BEAM + 1) < BEAM) {
            return 0;
        }
        return Columns.NONE;
    }
}
