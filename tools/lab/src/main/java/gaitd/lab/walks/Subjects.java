package gaitd.lab.walks;

import gaitd.robot.policy.PolicyFiles;
import gaitd.runtime.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Subjects from what a command line names. */
public final class Subjects {
    private Subjects() {}

    /**
     * The walk without a policy first, where it is asked for, then policies in their order, each with the settings of its walk.
     *
     * @param baseline whether the walk without a policy is one of them
     * @param bundles folders, zips or names of policies that come with the program
     * @param config of the robots
     * @return with names that differ
     * @throws gaitd.runtime.config.ConfigException in one line when a bundle is none, or does not fit the robots
     */
    public static List<Subject> of(final boolean baseline, final List<Path> bundles, final Config config) {
        final List<Subject> subjects = new ArrayList<>();
        if (baseline) {
            subjects.add(Subject.baseline(config));
        }
        final long names = bundles.stream().map(Path::getFileName).distinct().count();
        for (final Path bundle : bundles) {
            final PolicyFiles.Walk walk = PolicyFiles.walk(List.of(bundle), null, config);
            final Path name = names == bundles.size() ? bundle.getFileName() : bundle;
            subjects.add(new Subject(
                    name.toString(),
                    walk.config(),
                    walk.policies().getFirst(),
                    walk.files().getFirst()));
        }
        return subjects;
    }

    /**
     * Names for one line.
     *
     * @param subjects any
     * @return with commas between them
     */
    public static String names(final List<Subject> subjects) {
        return subjects.stream().map(Subject::name).collect(Collectors.joining(", "));
    }
}
