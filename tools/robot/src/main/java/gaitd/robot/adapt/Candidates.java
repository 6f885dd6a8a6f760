package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.ManifestText;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.bundle.TargetRobot;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.fit.PolicyFit;

/** Makes bundles of adapted networks: the shipped one with other weights, checked as any bundle is. */
final class Candidates {
    private final Bundle shipped;
    private final byte[] learner;
    private final TargetRobot robot;

    /**
     * Candidates in place of a bundle.
     *
     * @param shipped whose description they keep
     * @param learner its learner's part, which they keep too
     * @param robot that they have to fit
     */
    Candidates(final Bundle shipped, final byte[] learner, final TargetRobot robot) {
        this.shipped = shipped;
        this.learner = learner.clone();
        this.robot = robot;
    }

    /**
     * Makes one.
     *
     * @param network with the shipped one's sizes
     * @param seed of the training, which also makes the golden inputs
     * @param maker what made it, in words
     * @return its bundle, not signed
     * @throws BundleException in one line when a weight or an output is no number, or the network does not fit
     */
    BundleFiles bundle(final ImportedNetwork network, final long seed, final String maker) {
        if (!network.facts().equals(shipped.manifest().cell())) {
            throw new BundleException("the network is another than the shipped bundle's");
        }
        return BundleMaker.make(
                        ManifestText.head(shipped.manifest()),
                        network,
                        new Provenance("adapted from " + shipped.sha256() + ": " + maker, seed, Version.TEXT),
                        null,
                        robot,
                        PolicyFit.CELLS)
                .withLearner(learner);
    }
}
