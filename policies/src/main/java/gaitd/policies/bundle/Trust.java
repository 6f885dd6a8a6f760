package gaitd.policies.bundle;

import java.security.PublicKey;

/**
 * Signers whose bundles are accepted.
 *
 * @param requiredKeyHex public key that must have signed, as of {@link Signatures#hex}; null accepts unsigned bundles
 *     too. A wrong signature is always refused.
 */
public record Trust(String requiredKeyHex) {
    /** Accepts bundles of any or no signer. */
    public static final Trust ANYBODY = new Trust(null);

    /**
     * Accepts only bundles signed by one key.
     *
     * @param key the known public key
     * @return the requirement
     */
    public static Trust signedBy(final PublicKey key) {
        return new Trust(Signatures.hex(key));
    }

    /** Returns the signer, null when there is no signature; names what is wrong. */
    String check(final BundleFiles files, final Findings findings) {
        String signer = null;
        if (files.has(BundlePart.SIGNATURE)) {
            try {
                signer = Signatures.verify(files);
            } catch (final BundleException e) {
                findings.add("signature", e.getMessage());
                return null;
            }
        }
        if (requiredKeyHex != null && !requiredKeyHex.equals(signer)) {
            findings.add(
                    "signature",
                    (signer == null ? "there is none" : "is by key " + signer) + ", required is one by key "
                            + requiredKeyHex);
        }
        return signer;
    }
}
