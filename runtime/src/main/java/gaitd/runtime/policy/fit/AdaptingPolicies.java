package gaitd.runtime.policy.fit;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.PolicyCell;
import gaitd.runtime.adapt.AdaptiveCell;
import gaitd.runtime.adapt.LearnerLink;
import gaitd.runtime.adapt.PolicySlot;
import gaitd.runtime.adapt.WeightsMessage;
import gaitd.runtime.config.AdaptTrust;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.policy.WalkingPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The policies of a control loop, of which the first adapts when the settings say so. Made at the start; the loop owns the
 * policies from then on.
 */
public final class AdaptingPolicies {
    private final WalkingPolicy[] policies;
    private final AdaptiveCell cell;

    private AdaptingPolicies(final List<PolicyFit> fits, final AdaptiveCell cell) {
        policies = fits.stream().map(PolicyFit::create).toArray(WalkingPolicy[]::new);
        this.cell = cell;
    }

    /**
     * Makes policies.
     *
     * @param config what adapting may do
     * @param fits the bundles; the first is the one that adapts
     * @param learner where its experience goes and its weights come from; not used when nothing adapts
     * @return one policy a bundle
     * @throws BundleException in one line when adapting is on and there is no bundle, or the first one cannot adapt
     */
    public static AdaptingPolicies of(final Config config, final List<PolicyFit> fits, final LearnerLink learner) {
        if (config.get(ChoiceSetting.ADAPT_USE) == AdaptUse.OFF) {
            return new AdaptingPolicies(fits, null);
        }
        if (fits.isEmpty()) {
            throw new BundleException("%s (%s) needs a policy that adapts: name one with --policy"
                    .formatted(
                            ChoiceSetting.ADAPT_USE.line(config.get(ChoiceSetting.ADAPT_USE)),
                            config.origin(ChoiceSetting.ADAPT_USE)));
        }
        final PolicyFit first = fits.getFirst();
        if (first.bundle().manifest().actions().getFirst().signal() == ActedSignal.JOINT_TARGET) {
            throw new BundleException(
                    "policy %s cannot adapt: it moves the legs alone (joint_target); take another, or set %s"
                            .formatted(first.bundle().manifest().name(), ChoiceSetting.ADAPT_USE.line(AdaptUse.OFF)));
        }
        final AdaptiveCell cell = cell(config, first, learner);
        final List<PolicyFit> all = new ArrayList<>(fits);
        all.set(0, first.with((facts, tensors) -> cell));
        return new AdaptingPolicies(all, cell);
    }

    /** The networks beside the shipped one are plain, whatever listens to that. */
    private static AdaptiveCell cell(final Config config, final PolicyFit fit, final LearnerLink learner) {
        final Bundle bundle = fit.bundle();
        final Manifest manifest = bundle.manifest();
        final PolicyCell incumbent = PolicyFit.CELLS.create(manifest.cell(), bundle.tensors());
        final PolicyCell candidate = PolicyFit.CELLS.create(manifest.cell(), bundle.tensors());
        most(manifest, "observations", Manifest.size(manifest.observations()), ExperienceField.OBSERVATION.count);
        most(manifest, "actions", Manifest.size(manifest.actions()), ExperienceField.ACTION.count);
        final int bytesLong = new WeightsMessage(incumbent.weightCount()).bytesLong();
        most(manifest, "bytes of weights", bytesLong, PolicySlot.CONTENT_MAX_BYTES);
        return new AdaptiveCell(
                config,
                new PolicyCell[] {fit.cell(), incumbent, candidate},
                halfWidths(manifest.actions()),
                WeightsMessage.shipped(bundle.sha256()),
                bundle.signerHex() == null || config.get(ChoiceSetting.ADAPT_TRUST) == AdaptTrust.OWN,
                manifest.ticksPerStep() * config.periodNs() * 1e-9,
                learner);
    }

    private static void most(final Manifest manifest, final String what, final int size, final int most) {
        if (size > most) {
            throw new BundleException(
                    "policy %s cannot adapt: it has %d %s, at most %d are possible; take another, or set %s"
                            .formatted(manifest.name(), size, what, most, ChoiceSetting.ADAPT_USE.line(AdaptUse.OFF)));
        }
    }

    /**
     * Half of what each output may do between the manifest's bounds, before its scale.
     *
     * @param actions of the manifest
     * @return one number an output, in the network's unit; 0 where the manifest's scale is 0
     */
    public static double[] halfWidths(final List<Channel<ActedSignal>> actions) {
        return actions.stream().flatMapToDouble(AdaptingPolicies::widths).toArray();
    }

    private static DoubleStream widths(final Channel<ActedSignal> channel) {
        final double[] scale = channel.scale();
        return IntStream.range(0, channel.size())
                .mapToDouble(i -> scale[i] == 0 ? 0 : (channel.max()[i] - channel.min()[i]) / (2 * Math.abs(scale[i])));
    }

    /**
     * The policies.
     *
     * @return in the order of the bundles, to be owned by one control loop
     */
    public WalkingPolicy[] policies() {
        return policies.clone();
    }

    /**
     * The network of the first policy, if it adapts.
     *
     * @return null when none does
     */
    public AdaptiveCell cell() {
        return cell;
    }
}
