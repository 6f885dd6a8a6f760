package gaitd.robot.fleet;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleMaker;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.ManifestText;
import gaitd.policies.bundle.Provenance;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.Nets;
import gaitd.robot.adapt.ShippedPolicy;
import gaitd.runtime.config.Version;
import gaitd.runtime.policy.fit.AdaptingPolicies;
import gaitd.runtime.policy.fit.PolicyFit;

/** Policies of the demonstration: a trained one with its outputs off by some share of their bounds, so that it walks worse. */
final class DemoPolicies {
    private final ShippedPolicy trained;

    /**
     * Policies made of one.
     *
     * @param files with what learning goes on from
     */
    DemoPolicies(final BundleFiles files) {
        trained = ShippedPolicy.of(files);
    }

    /**
     * Makes one.
     *
     * @param share of the half width of each output's bounds, by which its bias is off, up and down in turn
     * @return its bundle
     */
    BundleFiles off(final double share) {
        final Bundle bundle = trained.bundle();
        final Net net = Nets.of(
                trained.part().actorPlan(),
                bundle.manifest().cell().inputs(),
                bundle.manifest().cell().outputs());
        final double[] half = AdaptingPolicies.halfWidths(bundle.manifest().actions());
        final float[] weights = net.parameters(bundle.tensors());
        for (int i = 0; i < half.length; i++) {
            weights[net.outputBias().offset() + i] += (float) ((i % 2 == 0 ? share : -share) * half[i]);
        }
        return BundleMaker.make(
                        ManifestText.head(bundle.manifest()),
                        net.export(weights),
                        new Provenance("gaitd fleet demo, off by " + share, 1, Version.TEXT),
                        null,
                        null,
                        PolicyFit.CELLS)
                .withLearner(trained.files().copy(BundlePart.LEARNER));
    }
}
