package gaitd.robot.trial;

import gaitd.policies.bundle.Bundle;
import gaitd.robot.host.RobotAddress;
import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Version;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps policies that have not passed a trial from real robots. */
public final class TrialGate {
    private static final String NAME = "--untried";

    @Option(names = NAME, description = "let a policy drive a real robot that has not passed 'gaitd policy try'")
    private boolean untried;

    @Mixin
    private TrialStore store;

    TrialGate() {}

    /**
     * Refuses policies that have not passed a trial with these settings.
     *
     * @param address of the robot
     * @param bundles as the command line names them
     * @param walk the same, opened, with all settings
     * @param notes takes lines for a person
     * @throws ConfigException in one line that says what to do
     */
    public void check(
            final RobotAddress address,
            final List<Path> bundles,
            final PolicyFiles.Walk walk,
            final Consumer<String> notes) {
        if (address.isSimulated()) {
            return;
        }
        for (int i = 0; i < walk.policies().size(); i++) {
            final Bundle bundle = walk.policies().get(i).bundle();
            final String problem = problem(bundle, walk.config(), notes);
            if (problem != null && !untried) {
                throw new ConfigException(
                        "--policy %s: %s; run 'gaitd policy try %s' with the robot's --config first, or give %s"
                                .formatted(bundles.get(i), problem, bundles.get(i), NAME));
            }
            if (problem != null) {
                notes.accept("policy " + (i + 1) + ": " + problem + "; goes on, as " + NAME + " was given");
            }
        }
    }

    private String problem(final Bundle bundle, final Config config, final Consumer<String> notes) {
        final TrialStore.Remembered trial = store.find(bundle.sha256());
        if (trial == null) {
            return "has not been tried before it drives a real robot";
        }
        if (!trial.passed()) {
            return "was tried and has not passed";
        }
        final List<String> here = TrialSettings.of(config);
        if (!here.equals(trial.settings())) {
            return "passed its trial with other settings: " + difference(trial.settings(), here);
        }
        if (!Version.TEXT.equals(trial.version())) {
            notes.accept("policy %s: was tried with gaitd %s, this is %s: try it again"
                    .formatted(bundle.manifest().name(), trial.version(), Version.TEXT));
        }
        return null;
    }

    private static String difference(final List<String> tried, final List<String> here) {
        final List<String> texts = new ArrayList<>();
        here.stream().filter(line -> !tried.contains(line)).forEach(line -> texts.add("here " + line));
        tried.stream().filter(line -> !here.contains(line)).forEach(line -> texts.add("then " + line));
        return String.join(", ", texts);
    }
}
