package gaitd.robot.world;

import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.options.ConfigOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.VaryPreset;
import gaitd.sim.cases.FieldCase;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the simulated world, and the file of settings, which may narrow its ranges. */
public final class WorldOptions {
    @Option(
            names = "--terrain",
            paramLabel = "NAME",
            description = "ground, such as rough:0.02 or stairs:0.1; 'gaitd terrain --list' shows all (default flat)")
    private String terrain;

    @Option(
            names = "--push",
            paramLabel = "M/S:EVERY_S",
            description = "push the simulated robot, such as 0.5:5 for 0.5 m/s every 5 s")
    private String push;

    @Option(names = "--engine", paramLabel = "NAME", description = "physics: embedded or mujoco (default embedded)")
    private String engine;

    @Option(
            names = "--vary",
            paramLabel = "PRESET",
            description =
                    "draw mass, load, friction, wear and pushes from the seed: none, sensors, mild or wide (default none)")
    private String vary;

    @Mixin
    private SeedOption seed;

    @Mixin
    private ConfigOption config;

    @Mixin
    private FaultOptions faults;

    @Mixin
    private CaseOption fieldCase;

    WorldOptions() {}

    /** Settings from the preset of ranges, then from the file, which may narrow them. */
    public Config.Builder config() {
        final Config.Builder builder = new Config.Builder();
        if (vary != null) {
            builder.vary(VaryPreset.parse(vary), "--vary " + vary);
        }
        return Inputs.config(builder, config.file);
    }

    /** The file of settings, or null. */
    public Path file() {
        return config.file;
    }

    public long seed() {
        return seed.value();
    }

    /** The world of a robot on its legs. */
    public World world() {
        return world(false);
    }

    /** The world, with a robot that hangs by its trunk or does not. */
    public World world(final boolean hung) {
        final FieldCase what = fieldCase.value();
        final String ground = CaseOption.terrain(what, terrain);
        return new World(
                WorldInputs.terrain(ground == null ? "flat" : ground, seed()),
                seed(),
                WorldInputs.push(push),
                WorldInputs.engine(engine),
                what.faults(faults.plan()),
                what,
                hung);
    }

    /** The first option that was given, or null. */
    public String given() {
        if (terrain != null) {
            return "--terrain";
        }
        if (push != null) {
            return "--push";
        }
        if (engine != null) {
            return "--engine";
        }
        if (vary != null) {
            return "--vary";
        }
        if (faults.isGiven()) {
            return "--fault";
        }
        if (fieldCase.isGiven()) {
            return CaseOption.NAME;
        }
        return seed.given() ? SeedOption.NAME : null;
    }
}
