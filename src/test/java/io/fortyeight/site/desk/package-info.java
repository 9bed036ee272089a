@NullMarked
package io.fortyeight.site.desk;

import org.jspecify.annotations.NullMarked;
