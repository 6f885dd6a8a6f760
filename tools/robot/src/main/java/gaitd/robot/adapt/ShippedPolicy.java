package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.Trust;
import gaitd.policies.learn.LearnerPart;
import gaitd.policies.text.FormatException;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.task.A1Task;

/**
 * A policy as it was shipped, with what learning goes on from.
 *
 * @param files its bundle
 * @param bundle opened
 * @param part its learner's part
 * @param task that it was trained for
 */
public record ShippedPolicy(BundleFiles files, Bundle bundle, LearnerPart part, A1Task task) {
    /**
     * Opens a bundle.
     *
     * @param files of the bundle
     * @return the policy
     * @throws BundleException in one line when the bundle has no learner's part, or it does not fit
     */
    public static ShippedPolicy of(final BundleFiles files) {
        final Bundle bundle = Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
        final LearnerPart part = part(files, bundle);
        return new ShippedPolicy(files, bundle, part, A1Task.parse(part.taskText(), part.task()));
    }

    private static LearnerPart part(final BundleFiles files, final Bundle bundle) {
        if (!files.has(BundlePart.LEARNER)) {
            throw new BundleException("carries nothing that learning could go on from; expected a bundle with "
                    + BundlePart.LEARNER.fileName + ", as 'gaitd train' makes it, or 'gaitd policy critic' of any");
        }
        try {
            return LearnerPart.read(
                    files.copy(BundlePart.LEARNER),
                    bundle.manifest().cell().inputs(),
                    bundle.manifest().cell().outputs());
        } catch (final FormatException e) {
            throw new BundleException(BundlePart.LEARNER.fileName + ": " + e.getMessage());
        }
    }

    /** Length of a policy step, s. */
    double stepS() {
        return 1 / bundle.manifest().policyHz();
    }
}
