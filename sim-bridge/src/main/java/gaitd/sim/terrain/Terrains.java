package gaitd.sim.terrain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Terrains by name: {@code kind:value,...,key=value,...}, kinds and their parameters in {@link TerrainKind}.
 *
 * <p>The same name and seed give the same ground on every machine, level at height 0 within {@link #START_RADIUS_M} of the
 * origin. Ground of one kind all over reaches 40 m to each side, courses along x reach from -20 m to 40 m.
 */
public final class Terrains {
    /** Ground is level this near to the origin, m. */
    public static final double START_RADIUS_M = 0.5;

    private Terrains() {}

    /**
     * Makes a terrain.
     *
     * @param name such as {@code flat}, {@code rough:0.02} or {@code stairs:0.1,tread=0.35}
     * @param seed seed of whatever is drawn
     * @return the terrain
     * @throws IllegalArgumentException when the name is none, in one line that says what is wrong and what is allowed
     */
    public static Terrain parse(final String name, final long seed) {
        final TerrainKind kind = kind(name);
        final int colon = name.indexOf(':');
        return kind.make(new TerrainRequest(kind, name, colon < 0 ? null : name.substring(colon + 1), seed));
    }

    /**
     * The kind of a name.
     *
     * @param name such as {@code rough:0.02}; what follows the colon does not matter
     * @return the kind
     * @throws IllegalArgumentException when there is none, in one line
     */
    public static TerrainKind kind(final String name) {
        final int colon = name == null ? -1 : name.indexOf(':');
        final String id = colon < 0 ? name : name.substring(0, colon);
        for (final TerrainKind kind : TerrainKind.values()) {
            if (kind.id().equals(id)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("terrain \"" + name + "\" is unknown, must be "
                + List.of(TerrainKind.values()).stream().map(TerrainKind::form).collect(Collectors.joining(", "))
                + "; such as rough:0.02");
    }

    /**
     * All kinds with their parameters, for help texts.
     *
     * @return lines
     */
    public static String usage() {
        final StringBuilder out = new StringBuilder();
        for (final TerrainKind kind : TerrainKind.values()) {
            out.append(kind.form()).append("\n    ").append(kind.summary()).append('\n');
            for (final TerrainParameter parameter : kind.parameters()) {
                out.append("    ").append(parameter.key()).append(": ").append(parameter.meaning());
                out.append(", ").append(parameter.range());
                if (!parameter.isNeeded()) {
                    out.append(", default ").append(TerrainParameter.plain(parameter.defaultValue()));
                }
                out.append('\n');
            }
        }
        return out.toString();
    }
}
