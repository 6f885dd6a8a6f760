package gaitd.sim.task;

import gaitd.policies.text.TomlView;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.ArrayList;
import java.util.List;

/**
 * One entry of a task's terrain list: a kind of ground in several hardnesses, and how many of the robots walk on it.
 *
 * @param name name of the terrain with {@code {h}} where the hardness goes; without it there is one level
 * @param hardest greatest hardness, in the unit of the terrain's parameter
 * @param levels hardnesses, evenly from 0 to the hardest
 * @param share robots on it, in parts of all shares
 * @param patchM side of a level's patch, m
 * @param ahead whether what is hard lies ahead of the middle of a patch, so that episodes begin there and face it
 * @param command forward, left and turning commands on it, times those of the task
 * @param fastest the same of all three on the highest level, times those on the lowest
 */
// Never changed after construction.
@SuppressWarnings("ArrayRecordComponent")
record GroundPlan(
        String name,
        double hardest,
        int levels,
        double share,
        double patchM,
        boolean ahead,
        double[] command,
        double fastest) {
    private static final String SLOT = "{h}";
    private static final double WHOLE_M = 60;

    /** All robots on one ground. */
    static GroundPlan only(final String name) {
        return new GroundPlan(name, 0, 1, 1, WHOLE_M, false, new double[] {1, 1, 1}, 1);
    }

    static GroundPlan read(final TomlView table) {
        final String name = table.text("name");
        final boolean graded = name.contains(SLOT);
        final boolean faster = table.has("fastest");
        final GroundPlan plan = new GroundPlan(
                name,
                graded ? table.number("hardest", 1e-6, 1e3) : 0,
                graded || faster ? table.size("levels", 2, 32) : 1,
                table.number("share", 1e-6, 1e6, 1),
                graded ? table.number("patch_m", 4, 60, 24) : WHOLE_M,
                table.number("ahead", 0, 1, 0) > 0,
                table.has("command") ? table.numbers("command", 3, 0, 10) : new double[] {1, 1, 1},
                faster ? table.number("fastest", 1, 10) : 1);
        table.end();
        try {
            plan.make(1);
        } catch (final IllegalArgumentException e) {
            table.problem("name", "does not work: " + e.getMessage());
        }
        return plan;
    }

    /** The ground, each level drawn from the seed. */
    Patchwork make(final long seed) {
        final List<Terrain> grounds = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            grounds.add(level == 0 && levels > 1 ? Terrain.FLAT : Terrains.parse(at(level), seed + level));
        }
        return Patchwork.of(grounds, patchM);
    }

    /** What commands of an axis are multiplied by on a level, from 0 for the lowest to 1. */
    double faster(final int axis, final double level) {
        return command[axis] * (1 + (fastest - 1) * level);
    }

    /** Name of the hardest level's ground. */
    String hardestName() {
        return at(levels - 1);
    }

    /** Name of a level's ground. */
    private String at(final int level) {
        return name.replace(SLOT, Config.plain(Math.rint(1e6 * hardest * level / Math.max(1, levels - 1)) / 1e6));
    }

    /** Each robot's entry, by the shares. */
    static int[] spread(final List<GroundPlan> plans, final int robots) {
        if (plans.isEmpty()) {
            throw new ConfigException("a task needs at least one terrain");
        }
        final double total = plans.stream().mapToDouble(GroundPlan::share).sum();
        final int[] entry = new int[robots];
        int plan = 0;
        double end = plans.getFirst().share;
        for (int robot = 0; robot < robots; robot++) {
            while (plan + 1 < plans.size() && (robot + 0.5) / robots * total > end) {
                plan++;
                end += plans.get(plan).share;
            }
            entry[robot] = plan;
        }
        return entry;
    }
}
