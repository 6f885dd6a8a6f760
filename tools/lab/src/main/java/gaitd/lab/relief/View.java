package gaitd.lab.relief;

import gaitd.sim.terrain.TerrainKind;
import java.util.List;

/**
 * The piece of ground that a strip of a picture shows.
 *
 * @param fromXM least x, m
 * @param toXM greatest x, m
 * @param halfWidthM from minus this to this along y, m
 */
public record View(double fromXM, double toXM, double halfWidthM) {
    /**
     * Default views of a kind of terrain.
     *
     * @param kind kind of terrain
     * @return strips from the first to the last
     */
    public static List<View> of(final TerrainKind kind) {
        return switch (kind) {
            case FLAT, ROUGH, TILES, GAPS, STEPDOWN -> List.of(new View(-1, 4, 1.2));
            case DEBRIS -> List.of(new View(-1.05, 4.05, 1.25));
            case WAVES, STAIRS, ACROSS -> List.of(new View(-1, 7, 2));
            case SLOPE -> List.of(new View(-1, 11, 2));
            case MIXED -> List.of(new View(-1, 13, 1.6), new View(13, 23, 1.6), new View(23, 35, 1.6));
            case PNG -> List.of(new View(-4, 8, 4));
        };
    }

    /**
     * Whether it shows a place.
     *
     * @param x world x, m
     * @param y world y, m
     * @return true within
     */
    boolean shows(final double x, final double y) {
        return x > fromXM && x < toXM && Math.abs(y) < halfWidthM;
    }
}
