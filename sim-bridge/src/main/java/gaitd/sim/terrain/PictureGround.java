package gaitd.sim.terrain;

import java.io.IOException;

/** A picture's grey levels as heights, led to a level start at the picture's middle. */
final class PictureGround {
    private static final double CELL_MAX_M = 0.5;
    private static final double STEEPEST = 2;

    private PictureGround() {}

    /**
     * The ground.
     *
     * @param request with a file, {@code height} and {@code side}
     * @return triangles between the pixels
     * @throws IllegalArgumentException when the picture cannot be used
     */
    static Terrain make(final TerrainRequest request) {
        final GreyPicture picture;
        try {
            picture = new GreyPicture(request.file);
        } catch (final IOException e) {
            throw request.refusal("the file " + e.getMessage());
        }
        final double cellM = request.get("side") / (picture.width - 1);
        if (cellM > CELL_MAX_M) {
            throw request.refusal("pixels are " + TerrainParameter.plain(cellM) + " m apart, must be at most "
                    + CELL_MAX_M + " m: take a shorter side or a picture of more pixels");
        }
        final HeightGrid grid = grid(picture, request.get("height"), cellM);
        final double steepest = steepest(grid);
        if (steepest > STEEPEST) {
            throw request.refusal("it rises up to " + (float) steepest + " m a metre, must be at most " + STEEPEST
                    + ": take less height, a longer side or a smoother picture");
        }
        return new Terrain(request.name, 0, grid, null);
    }

    private static HeightGrid grid(final GreyPicture picture, final double heightM, final double cellM) {
        final int last = picture.height - 1;
        final double leastX = -0.5 * cellM * (picture.width - 1);
        final double leastY = -0.5 * cellM * last;
        final double middle = picture.level(picture.width / 2, picture.height / 2);
        return GroundGrid.grid(
                leastX,
                leastY,
                -2 * leastX,
                -2 * leastY,
                cellM,
                (ix, iy) -> heightM
                        * (picture.level(ix, last - iy) - middle)
                        * GroundGrid.share(leastX + ix * cellM, leastY + iy * cellM, cellM));
    }

    private static double steepest(final HeightGrid grid) {
        double most = 0;
        for (int iy = 1; iy < grid.rows; iy++) {
            for (int ix = 1; ix < grid.columns; ix++) {
                final double h = grid.at(ix, iy);
                most = Math.max(most, Math.abs(h - grid.at(ix - 1, iy)));
                most = Math.max(most, Math.abs(h - grid.at(ix, iy - 1)));
            }
        }
        return most / grid.cellM;
    }
}
