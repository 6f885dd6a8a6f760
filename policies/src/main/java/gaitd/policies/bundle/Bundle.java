package gaitd.policies.bundle;

/**
 * A policy bundle that passed every check. Immutable.
 *
 * @param manifest description of the policy
 * @param tensors weights
 * @param golden inputs and expected outputs
 * @param sha256 hash over all its bytes, 64 hex digits
 * @param signerHex public key that signed it, null for an unsigned bundle
 */
public record Bundle(Manifest manifest, Safetensors tensors, Golden golden, String sha256, String signerHex) {
    /**
     * Opens a bundle, or refuses it.
     *
     * @param files its files
     * @param trust signers whose bundles are accepted
     * @param robot to check it against, null to accept any
     * @param cells makes the cell that has to give the golden outputs
     * @return the bundle
     * @throws BundleException one line that names everything that is wrong; hashes and signature are checked first, and
     *     nothing else while those are wrong
     */
    public static Bundle open(
            final BundleFiles files, final Trust trust, final TargetRobot robot, final CellFactory cells) {
        final Findings seals = new Findings();
        if (!Sums.agree(files)) {
            Sums.check(files, seals);
        }
        seals.throwIfAny();
        trust.check(files, seals);
        seals.throwIfAny();
        final BundleCheck check = BundleCheck.of(files, trust, robot, cells);
        if (check.bundle() == null) {
            final Findings findings = new Findings();
            check.findings().forEach(finding -> findings.add(finding.where(), finding.what()));
            findings.throwIfAny();
        }
        return check.bundle();
    }
}
