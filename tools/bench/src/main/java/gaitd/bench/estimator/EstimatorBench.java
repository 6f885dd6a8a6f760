package gaitd.bench.estimator;

import gaitd.hal.leg.RobotKind;
import gaitd.lab.image.Pictures;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.cli.HelpOption;
import gaitd.robot.cli.Inputs;
import gaitd.robot.cli.Outputs;
import gaitd.robot.cli.options.JsonOption;
import gaitd.robot.cli.options.OutOption;
import gaitd.robot.cli.options.PlotOption;
import gaitd.robot.cli.options.SecondsOption;
import gaitd.robot.cli.options.SeedOption;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.config.VaryPreset;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The estimator against ground truth. */
@Command(
        name = "estimator",
        description = "Runs the product's estimator over recordings with ground truth (tables with commas, columns as"
                + " docs/estimator.md lists them) and tells its errors; without a file over a simulated one.",
        footer = {"", "Example: gaitd bench estimator walk.csv --robot go1 --swing-torques --foot-offset 90"})
public final class EstimatorBench implements Callable<Integer> {
    private static final double SECONDS_MIN = 2;
    private static final double SECONDS_MAX = 600;
    private static final double[] MARKER_M = {0.03, 0, 0.06};

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CSV", arity = "0..*", description = "recordings")
    private List<Path> files = List.of();

    @Option(
            names = "--robot",
            paramLabel = "KIND",
            description = "whose legs: a1 or go1 (default: go1 for files, the simulated one is an a1)")
    private RobotKind robot;

    @Option(
            names = "--orientation",
            paramLabel = "SOURCE",
            defaultValue = "imu",
            description = "imu, or truth to compare with (default ${DEFAULT-VALUE})")
    private OrientationSource orientation;

    @Option(names = "--swing-torques", description = "show the torques of real swings, where none were recorded too")
    private boolean swingTorques;

    @Option(
            names = "--foot-offset",
            paramLabel = "COUNTS",
            defaultValue = "0",
            description = "add to the counts of every foot (default ${DEFAULT-VALUE})")
    private double footOffset;

    @Option(
            names = "--contact-delay",
            paramLabel = "MS",
            defaultValue = "0",
            description = "let contacts come later (default ${DEFAULT-VALUE})")
    private double contactDelayMs;

    @Option(
            names = "--marker",
            paramLabel = "X,Y,Z",
            split = ",",
            description = "place of the truth's marker from the trunk's origin, m (default 0.03,0,0.06)")
    private double[] marker = MARKER_M;

    @Mixin
    private final SecondsOption seconds = new SecondsOption(20);

    @Option(
            names = "--vary",
            paramLabel = "PRESET",
            defaultValue = "none",
            description =
                    "what the simulated robot and its sensors are drawn from: none, sensors, mild or wide (default"
                            + " ${DEFAULT-VALUE})")
    private String vary;

    @Mixin
    private SeedOption seed;

    @Mixin
    private OutOption out;

    @Mixin
    private PlotOption plot;

    @Mixin
    private JsonOption json;

    /** Made by the command line. */
    public EstimatorBench() {}

    @Override
    public Integer call() {
        json.check();
        Outputs.check(out.path, OutOption.NAME);
        check();
        final List<Recording> recordings = new ArrayList<>();
        for (final Path file : files) {
            recordings.add(RecordingReader.read(file));
        }
        if (files.isEmpty()) {
            final Config config = new Config.Builder()
                    .vary(VaryPreset.parse(vary), "--vary " + vary)
                    .conclude();
            recordings.add(
                    SimulatedRecording.make(config, seconds.value(SECONDS_MIN, SECONDS_MAX), seed.value(), marker));
            save(recordings.getFirst());
        }
        final RobotKind whose = robot != null ? robot : files.isEmpty() ? RobotKind.A1 : RobotKind.GO1;
        final Additions additions = new Additions(
                whose, orientation == OrientationSource.TRUTH, swingTorques, footOffset, contactDelayMs * 1e-3);
        final Report report = new Report().put("version", Version.TEXT).put("recordings", recordings.size());
        for (int i = 0; i < recordings.size(); i++) {
            final Recording recording = recordings.get(i);
            final TruthMotion truth = new TruthMotion(recording, marker);
            final Estimated estimated = new Estimated(recording, additions);
            final RecordingErrors errors = new RecordingErrors(recording, additions, estimated, truth);
            errors.print(spec.commandLine().getOut());
            errors.report(recordings.size() == 1 ? "" : i + "_", report);
            if (Pictures.wanted(plot.path(), spec.commandLine().getErr())) {
                EstimatorPlot.write(recording, estimated, truth, plot.path());
            }
        }
        json.write(report);
        return ExitCode.OK;
    }

    private void save(final Recording recording) {
        if (out.path == null) {
            return;
        }
        try {
            Files.writeString(out.path, RecordingWriter.text(recording));
        } catch (final IOException e) {
            throw new Refusal(OutOption.NAME + " " + out.path + ": cannot be written (" + e + ")", e);
        }
    }

    private void check() {
        Inputs.inRange("--foot-offset", footOffset, -1000, 1000, "counts");
        Inputs.inRange("--contact-delay", contactDelayMs, 0, 200, "ms");
        seconds.value(SECONDS_MIN, SECONDS_MAX);
        if (marker.length != 3) {
            throw new ConfigException(
                    "--marker has " + marker.length + " numbers: expected X,Y,Z, for example 0.03,0,0.06");
        }
        for (final double each : marker) {
            Inputs.inRange("--marker", each, -1, 1, "m");
        }
        if (!files.isEmpty() && out.path != null) {
            throw new ConfigException("--out writes the simulated recording: leave out the files, or --out");
        }
        if (files.size() > 1 && plot.path() != null) {
            throw new ConfigException("--plot draws one recording: give one file");
        }
        plot.checkFile();
    }
}
