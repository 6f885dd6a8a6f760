package gaitd.sim.terrain;

import static gaitd.sim.terrain.TerrainParameter.needed;
import static gaitd.sim.terrain.TerrainParameter.optional;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The kinds of terrain with their parameters: the one table for names, refusals, help and pages. */
// Makers hold no state and the lists are unmodifiable copies.
@SuppressWarnings("ImmutableEnumChecker")
public enum TerrainKind {
    /** The plane. */
    FLAT("level ground", "flat", request -> Terrain.FLAT),
    /** Random heights. */
    ROUGH(
            "a height every 0.1 m drawn evenly from -height to height, triangles between",
            "rough:0.02",
            RoughGround::make,
            needed("height", "greatest height and depth", "m", 0, 0.1)),
    /** Random square tiles. */
    TILES(
            "square tiles with level tops drawn evenly from -height to height",
            "tiles:0.04",
            TileGround::make,
            needed("height", "greatest height and depth", "m", 0, 0.1),
            optional("side", "length of a tile's sides", "m", 0.3, 0.5, 0.4)),
    /** Ramps. */
    SLOPE(
            "again and again: a ramp up of 3 m, a plateau of 2 m, a ramp down; down first if negative",
            "slope:15",
            SlopeGround::make,
            needed("angle", "of the ramps", "deg", -30, 30)),
    /** Ground that leans to one side. */
    ACROSS(
            "ground that leans across the way: from 1 m to 3 m it turns, then rises to the left ahead and to the right behind",
            "across:15",
            AcrossGround::make,
            needed("angle", "of the lean, within 3 m of the x axis", "deg", -30, 30)),
    /** Flights of stairs. */
    STAIRS(
            "again and again: a flight up, a platform, a flight down, level ground",
            "stairs:0.1",
            StairGround::make,
            needed("rise", "height of a step", "m", 0.01, 0.2),
            optional("tread", "depth of a step", "m", 0.2, 0.6, 0.3),
            new TerrainParameter("steps", "steps in a flight", "", 1, 10, 5, true)),
    /** Smooth hills. */
    WAVES(
            "smooth hills and hollows: a wave along x and one along y, phases drawn",
            "waves:0.06",
            WaveGround::make,
            needed("height", "greatest height and depth", "m", 0, 0.15),
            optional("length", "from crest to crest", "m", 1, 10, 2)),
    /** Gaps to step over. */
    GAPS(
            "beams across the way, each a whole number of gap widths long, and gaps between",
            "gaps:0.1",
            GapGround::make,
            needed("width", "of a gap", "m", 0.05, 0.4),
            optional("beam", "length of a beam along the way", "m", 0.2, 2, 0.5),
            optional("depth", "of a gap", "m", 0.05, 1, 0.3)),
    /** Boards, bricks and blocks. */
    DEBRIS(
            "boards, bricks and blocks of 0.1 to 0.7 m that lie about, at most one in each square of 0.8 m",
            "debris:0.06",
            DebrisGround::make,
            needed("height", "greatest height", "m", 0, 0.2),
            optional("share", "of the squares with a piece", "", 0.1, 1, 0.7)),
    /** One step down. */
    STEPDOWN(
            "level ground that ends in one step down 2 m ahead",
            "stepdown:0.1",
            StepDownGround::make,
            needed("height", "of the step", "m", 0.01, 0.3)),
    /** A course of several kinds. */
    MIXED(
            "a course: rough ground, a ramp up and down, tiles, stairs up and down, gaps, waves",
            "mixed",
            MixedCourse::make,
            optional("hardness", "1 is rough 0.06 m, ramps 20 deg, tiles 0.08 m, steps 0.16 m", "", 0, 1, 0.5)),
    /** A picture's grey levels as heights. */
    PNG(
            "a grey PNG of 8 or 16 bit around the start, x to the right and y up; level 0 is the picture's middle",
            "png:docs/terrains/hills-grey.png,height=0.8",
            PictureGround::make,
            optional("height", "of white over black", "m", 0, 2, 0.2),
            optional("side", "width of the picture", "m", 10, 100, 40));

    private final String summary;
    private final String example;
    private final Function<TerrainRequest, Terrain> maker;
    private final List<TerrainParameter> parameters;

    TerrainKind(
            final String summary,
            final String example,
            final Function<TerrainRequest, Terrain> maker,
            final TerrainParameter... parameters) {
        this.summary = summary;
        this.example = example;
        this.maker = maker;
        this.parameters = List.of(parameters);
    }

    /**
     * Name of the kind, before the colon.
     *
     * @return lower case
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Description of the ground.
     *
     * @return a line
     */
    public String summary() {
        return summary;
    }

    /**
     * A name of this kind.
     *
     * @return such as {@code rough:0.02}
     */
    public String example() {
        return example;
    }

    /**
     * Its parameters, in the order in which values may be given without a key.
     *
     * @return needed ones first
     */
    public List<TerrainParameter> parameters() {
        return parameters;
    }

    /**
     * Whether its names hold a file after the colon.
     *
     * @return true for pictures
     */
    public boolean readsFile() {
        return this == PNG;
    }

    /**
     * Form of its names.
     *
     * @return such as {@code stairs:RISE[,tread=0.3][,steps=5]}
     */
    public String form() {
        final StringBuilder out = new StringBuilder(id());
        String separator = ":";
        if (readsFile()) {
            out.append(separator).append("FILE");
            separator = ",";
        }
        for (final TerrainParameter parameter : parameters) {
            if (parameter.isNeeded()) {
                out.append(separator).append(parameter.key().toUpperCase(Locale.ROOT));
            } else {
                out.append('[').append(separator).append(parameter.key()).append('=');
                out.append(TerrainParameter.plain(parameter.defaultValue())).append(']');
            }
            separator = ",";
        }
        return out.toString();
    }

    /**
     * Makes the ground.
     *
     * @param request what is asked for
     * @return the ground
     * @throws IllegalArgumentException in one line when a file is missing or holds something else
     */
    Terrain make(final TerrainRequest request) {
        return maker.apply(request);
    }
}
