package gaitd.sim.task;

import gaitd.policies.text.TomlView;

/**
 * How hard the ground is over training: up to a hardness that rises evenly from 0 to 1, and from a share of that; or as success
 * decides, ground by ground ({@link GroundLevels}).
 *
 * @param begin share of training at which it begins to rise
 * @param end share of training at which it is 1
 * @param lowest least hardness over the greatest, 0 to 1
 * @param bySuccess whether success decides, and the others do not
 * @param first share of a ground's levels at which robots begin where success decides, 0 to 1
 */
record Curriculum(double begin, double end, double lowest, boolean bySuccess, double first) {
    static Curriculum read(final TomlView table) {
        if (table.has("first")) {
            final Curriculum adaptive = new Curriculum(0, 0, 0, true, table.number("first", 0, 1));
            table.end();
            return adaptive;
        }
        final Curriculum read = new Curriculum(
                table.number("begin", 0, 1), table.number("end", 0, 1), table.number("lowest", 0, 1), false, 0);
        if (read.begin > read.end) {
            table.problem("begin", read.begin + " comes after end = " + read.end);
        }
        table.end();
        return read;
    }

    /** Hardness of an episode; {@code chance} from 0 to 1 draws it. */
    double hardness(final double share, final double chance) {
        final double most = share >= end ? 1 : share <= begin ? 0 : (share - begin) / (end - begin);
        return most * (lowest + (1 - lowest) * chance);
    }
}
