package gaitd.robot.adapt;

import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.Trust;
import gaitd.runtime.adapt.WeightsRole;
import gaitd.runtime.policy.fit.PolicyFit;
import java.io.IOException;
import java.util.Map;

/** Makes versions of a policy: each is in the store before control hears of it. Used by one thread. */
final class VersionOffers {
    private final ShippedPolicy policy;
    private final VersionStore store;
    private final WeightsOutlet outlet;
    private final Candidates candidates;

    /**
     * Offers of one learner.
     *
     * @param policy as shipped
     * @param store where versions are kept
     * @param outlet takes weights to control
     */
    VersionOffers(final ShippedPolicy policy, final VersionStore store, final WeightsOutlet outlet) {
        this.policy = policy;
        this.store = store;
        this.outlet = outlet;
        candidates = new Candidates(policy.bundle(), policy.files().copy(BundlePart.LEARNER), null);
    }

    private static Bundle open(final BundleFiles files) {
        return Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
    }

    /** The policy in force. */
    Bundle inForce() throws IOException {
        return store.current() == 0 ? policy.bundle() : open(store.policy(store.current()));
    }

    /** Hands the version in force to control. Where that is the policy as shipped, a message about nothing tells whether control reads any. */
    void give() throws IOException {
        if (store.current() == 0) {
            outlet.publish(policy.bundle(), 0, 0, WeightsRole.NONE);
        } else {
            outlet.publish(
                    inForce(), store.current(), store.version(store.current()).parent(), WeightsRole.INCUMBENT);
        }
    }

    /**
     * Hands a candidate to control, to be tried.
     *
     * @param network trained
     * @param seed of the training
     * @param cause what was found about the robot
     * @param maker what made it, in words
     * @param rewardPerS of the policy in force
     * @return its number
     */
    int offer(
            final ImportedNetwork network,
            final long seed,
            final String cause,
            final String maker,
            final double rewardPerS)
            throws IOException {
        final int id = store.next();
        final BundleFiles files = candidates.bundle(network, seed, maker);
        final Map<String, Double> figures = Map.of("reward_before", rewardPerS);
        add(files, id, store.current(), cause, maker, VersionState.TRIAL, "", figures);
        outlet.publish(open(files), id, store.current(), WeightsRole.TRIAL);
        return id;
    }

    /** Withdraws candidates up to a number. */
    void withdraw(final int id) {
        outlet.publish(policy.bundle(), id, store.current(), WeightsRole.NONE);
    }

    /**
     * Puts the weights of a version in force under a new number: control takes newer ones only.
     *
     * @param version whose weights, 0 for the policy as shipped
     * @param cause why
     */
    void renew(final int version, final String cause) throws IOException {
        final int id = store.next();
        final BundleFiles files = version == 0 ? policy.files() : store.policy(version);
        final String maker = "the weights of version " + version;
        add(files, id, version, cause, maker, VersionState.ACCEPTED, "not tried", Map.of());
        store.use(id);
        outlet.publish(open(files), id, version, WeightsRole.INCUMBENT);
    }

    private void add(
            final BundleFiles files,
            final int id,
            final int parent,
            final String cause,
            final String maker,
            final VersionState state,
            final String judged,
            final Map<String, Double> figures)
            throws IOException {
        final String sha256 = open(files).sha256();
        store.add(files, new PolicyVersion(id, parent, cause, maker, state, judged, sha256, figures));
    }
}
