/**
 * The A1's joint-level interface over UDP: one command out, one state back, no handshake.
 * Trouble on the network is counted; only opening a port throws.
 */
package gaitd.hal.udp;
