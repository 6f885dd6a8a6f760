package gaitd.lab.eval;

import gaitd.robot.cli.Inputs;
import gaitd.robot.world.CaseOption;
import gaitd.robot.world.World;
import gaitd.robot.world.WorldInputs;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.VaryPreset;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.cases.FieldCases;
import gaitd.sim.task.A1Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Options that vary the robots: all at once, or each by itself beside the nominal robot. */
final class EvalConditions {
    private static final String ALL = "all";

    @Option(
            names = "--vary",
            paramLabel = "PRESET",
            description =
                    "draw mass, load, friction, wear and pushes of each walk: none, sensors, mild or wide (default none)")
    private String vary;

    @Option(
            names = "--push",
            paramLabel = "M/S:EVERY_S",
            description = "push robots, such as 0.5:5 for 0.5 m/s every 5 s")
    private String push;

    @Option(names = "--payload", paramLabel = "KG", description = "load on the trunk, 0 to 20")
    private Double payloadKg;

    @Option(names = "--weak", paramLabel = "SHARE", description = "motor torque, times commanded, 0.1 to 1.5")
    private Double strength;

    @Option(names = "--noise", paramLabel = "X", description = "white noise of every sensor, times usual, 0 to 10")
    private Double noise;

    @Option(
            names = CaseOption.NAME,
            paramLabel = "NAME[,NAME]",
            description =
                    "what happened to the robots in the field, each apart: nominal, all, ${COMPLETION-CANDIDATES}; several at"
                            + " once with +",
            completionCandidates = CaseOption.CaseNames.class)
    private String cases;

    @Option(
            names = "--apart",
            description =
                    "the nominal robot and each of --vary, --push, --payload, --weak, --noise apart, not all at once")
    private boolean apart;

    EvalConditions() {}

    private record Change(String name, UnaryOperator<Config.Builder> make) {}

    /** The conditions, at least one; a task's variation counts like {@code --vary}. */
    List<Condition> all(final Path file, final A1Task task) {
        final List<Change> changes = changes(task);
        if (apart && changes.isEmpty()) {
            throw new ConfigException("--apart needs at least one of --vary, --push, --payload, --weak and --noise");
        }
        final List<Condition> conditions = new ArrayList<>();
        if (cases != null) {
            if (apart) {
                throw new ConfigException("--apart contradicts --case, whose cases are apart anyway: leave it out");
            }
            cases().forEach(each -> conditions.add(condition(file, changes, each)));
            return conditions;
        }
        if (apart || changes.isEmpty()) {
            conditions.add(condition(file, List.of(), FieldCase.NOMINAL));
        }
        if (apart) {
            changes.forEach(change -> conditions.add(condition(file, List.of(change), FieldCase.NOMINAL)));
        } else if (!changes.isEmpty()) {
            conditions.add(condition(file, changes, FieldCase.NOMINAL));
        }
        return conditions;
    }

    private List<FieldCase> cases() {
        return Arrays.stream(cases.split(",", -1))
                .flatMap(name -> name.equals(ALL)
                        ? Stream.concat(Stream.of(FieldCase.NOMINAL.name()), FieldCases.names().stream())
                        : Stream.of(name))
                .map(CaseOption::of)
                .toList();
    }

    private static Condition condition(final Path file, final List<Change> changes, final FieldCase fieldCase) {
        Config.Builder builder = Inputs.config(new Config.Builder(), file);
        final List<String> names = new ArrayList<>();
        for (final Change change : changes) {
            builder = change.make.apply(builder);
            names.add(change.name);
        }
        if (!fieldCase.isNominal() || names.isEmpty()) {
            names.add(fieldCase.name());
        }
        return new Condition(String.join(", ", names), builder.conclude(), fieldCase);
    }

    private List<Change> changes(final A1Task task) {
        final List<Change> changes = new ArrayList<>();
        if (vary != null) {
            final VaryPreset preset = VaryPreset.parse(vary);
            changes.add(new Change("vary " + vary, builder -> builder.vary(preset, "--vary " + vary)));
        } else if (task != null) {
            changes.add(new Change("varied as " + task.name(), task::vary));
        }
        if (push != null) {
            final World.Push pushed = WorldInputs.push(push);
            changes.add(new Change(
                    "push " + push,
                    builder -> one(
                            one(builder, RangeSetting.PUSH_M_S, pushed.speedMS(), "--push"),
                            RangeSetting.PUSH_EVERY_S,
                            pushed.everyS(),
                            "--push")));
        }
        add(changes, "payload", " kg", RangeSetting.PAYLOAD_KG, payloadKg);
        add(changes, "weak", "", RangeSetting.MOTOR_STRENGTH, strength);
        add(changes, "noise", "", RangeSetting.SENSOR_NOISE, noise);
        return changes;
    }

    private static void add(
            final List<Change> changes,
            final String flag,
            final String unit,
            final RangeSetting range,
            final Double value) {
        if (value != null) {
            changes.add(new Change(
                    flag + " " + Config.plain(value) + unit, builder -> one(builder, range, value, "--" + flag)));
        }
    }

    private static Config.Builder one(
            final Config.Builder builder, final RangeSetting range, final double value, final String origin) {
        return builder.set(range, value, value, origin);
    }
}
