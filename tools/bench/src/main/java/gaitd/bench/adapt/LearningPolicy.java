package gaitd.bench.adapt;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.policy.TrainedPolicies;
import gaitd.runtime.config.ConfigException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Option of which policy a benchmark lets learn on. */
final class LearningPolicy {
    @Option(
            names = "--policy",
            paramLabel = "BUNDLE",
            description = "a policy with what learning goes on from (default a1-stage1-ep-ltc)")
    private Path path = TrainedPolicies.BEST;

    LearningPolicy() {}

    Path path() {
        return path;
    }

    /** Its bundle; refused in one line when learning cannot go on from it. */
    BundleFiles files() {
        final BundleFiles files = PolicyFiles.named(path);
        if (!files.has(BundlePart.LEARNER)) {
            throw new ConfigException(
                    "--policy " + path + " carries nothing that learning could go on from; expected a bundle with "
                            + BundlePart.LEARNER.fileName + ", as a1-stage1-ep-ltc");
        }
        return files;
    }
}
