package gaitd.robot.publication;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ManifestText;
import gaitd.policies.bundle.Trust;
import gaitd.runtime.policy.fit.PolicyFit;

/** Checks a published bundle as any bundle is, and whether it may drive in place of the policy that a robot has: only weights may be others. */
public final class PublishedBundle {
    private PublishedBundle() {}

    /**
     * Opens one.
     *
     * @param zip its bytes
     * @param shipped the policy that the robot's control process was started with
     * @return the bundle
     * @throws BundleException in one line when it is broken or does not fit
     */
    public static Bundle open(final byte[] zip, final Bundle shipped) {
        final Bundle bundle = Bundle.open(BundleZip.decode(zip), Trust.ANYBODY, null, PolicyFit.CELLS);
        final Manifest mine = bundle.manifest();
        final Manifest its = shipped.manifest();
        final int[] sizes = {mine.cell().inputs(), mine.cell().outputs()};
        if (sizes[0] != its.cell().inputs() || sizes[1] != its.cell().outputs()) {
            throw new BundleException("it takes %d values and gives %d, this robot's policy %d and %d"
                    .formatted(
                            sizes[0], sizes[1], its.cell().inputs(), its.cell().outputs()));
        }
        if (!mine.cell().equals(its.cell())) {
            throw new BundleException(
                    "it is another kind of network than this robot's policy: only weights may differ");
        }
        if (!described(mine).equals(described(its))) {
            throw new BundleException(
                    "its manifest (rates, gains, gait, observations or actions) is not that of this robot's policy:"
                            + " only weights may differ");
        }
        return bundle;
    }

    private static String described(final Manifest manifest) {
        return ManifestText.head(manifest).replaceFirst("(?m)^name = .*$", "");
    }
}
