/**
 * Policy bundles: a network's weights with everything the runtime has to know of them, sealed by hashes and, when wanted,
 * a signature. Nothing here runs in the tick; whatever is wrong with a bundle is named before a robot moves.
 */
package gaitd.policies.bundle;
