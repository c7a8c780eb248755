package io.huiyin.engine;

/**
 * What interviews say, county-wide, about the matters of one rating class (自愿评价某一级的办件，回访平均多少分).
 *
 * @param ratingClass 0 without a linkable rating, else 1 to 5
 * @param mean weighted mean of the interviews, in points; missing only when nobody was interviewed
 * @param interviews how many interviews it rests on; under 30 deserves a remark
 * @param takenFrom the class whose mean is used because this one has no interview; the class itself otherwise; -1 for
 *     the county's mean
 */
public record KappaClass(int ratingClass, Figure mean, long interviews, int takenFrom) {}
