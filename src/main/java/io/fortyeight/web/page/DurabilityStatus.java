package io.fortyeight.web.page;

/** Whether the installation keeps what it confirms. Pages must warn when it may not. */
public interface DurabilityStatus {

    /** Whether {@code FORTYEIGHT_UNSAFE} lets a database be used that may lose what it confirms. */
    boolean isUnsafe();
}
