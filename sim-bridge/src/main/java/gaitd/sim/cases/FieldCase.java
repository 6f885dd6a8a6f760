package gaitd.sim.cases;

import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.RangeSetting;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.fault.InjectedFault;
import gaitd.sim.vary.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is different about a robot and its ground in the field. Immutable. */
public final class FieldCase {
    /** A robot as it was made, on the ground that is asked for. */
    public static final FieldCase NOMINAL = new FieldCase("nominal", List.of(), FaultPlan.NONE, List.of(), null);

    private final String name;
    private final List<CaseChange> changes;
    private final FaultPlan faults;
    private final List<ShortThigh> shortThighs;
    private final String terrain;

    FieldCase(
            final String name,
            final List<CaseChange> changes,
            final FaultPlan faults,
            final List<ShortThigh> shortThighs,
            final String terrain) {
        this.name = name;
        this.changes = List.copyOf(changes);
        this.faults = faults;
        this.shortThighs = List.copyOf(shortThighs);
        this.terrain = terrain;
    }

    /**
     * Robots as one is believed to be.
     *
     * @param name for reports
     * @param ranges of each quantity, {least, greatest} of every joint, leg, axis or link
     * @return the case, without faults, geometry and ground of its own
     */
    public static FieldCase believed(final String name, final Map<RangeSetting, double[][]> ranges) {
        final List<CaseChange> changes = new ArrayList<>();
        ranges.forEach((which, range) -> {
            for (int i = 0; i < range.length; i++) {
                changes.add(new CaseChange(
                        which,
                        i,
                        Math.clamp(range[i][0], which.min, which.max),
                        Math.clamp(range[i][1], which.min, which.max)));
            }
        });
        return new FieldCase(name, changes, FaultPlan.NONE, List.of(), null);
    }

    /**
     * Both at once.
     *
     * @throws ConfigException in one line when both set the same
     */
    FieldCase and(final FieldCase other) {
        for (final CaseChange change : changes) {
            if (other.changes.stream().anyMatch(change::clashes)) {
                throw clash(other, change.which().key);
            }
        }
        if (terrain != null && other.terrain != null) {
            throw clash(other, "the ground");
        }
        return new FieldCase(
                name + "+" + other.name,
                joined(changes, other.changes),
                faults.and(other.faults),
                joined(shortThighs, other.shortThighs),
                terrain == null ? other.terrain : terrain);
    }

    private ConfigException clash(final FieldCase other, final String what) {
        return new ConfigException(
                "case " + name + "+" + other.name + ": both set " + what + "; take one of them, or others together");
    }

    private static <T> List<T> joined(final List<T> first, final List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * Its name.
     *
     * @return names of the table with a plus between them
     */
    public String name() {
        return name;
    }

    /**
     * Whether nothing is different.
     *
     * @return true for {@link #NOMINAL}
     */
    public boolean isNominal() {
        return this == NOMINAL;
    }

    /**
     * The ground that belongs to it.
     *
     * @return name of a terrain, or null where any will do
     */
    public String terrain() {
        return terrain;
    }

    /**
     * Its faults after others.
     *
     * @param asked faults that were asked for beside it
     * @return all of them
     */
    public FaultPlan faults(final FaultPlan asked) {
        return asked.and(faults);
    }

    /**
     * Parts that fail from the start.
     *
     * @return in the order in which they are applied
     */
    public List<InjectedFault> faults() {
        return faults.faults();
    }

    /**
     * Sets its numbers in place of those drawn. Allocates nothing.
     *
     * @param drawn the robot, changed
     */
    public void apply(final Variation drawn) {
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).apply(drawn);
        }
    }

    /**
     * The A1 with its geometry changed, before anything is drawn.
     *
     * @return a new model
     */
    public RobotModel model() {
        final RobotModel model = RobotModel.a1();
        shortThighs.forEach(each -> each.apply(model));
        return model;
    }
}
